import { Suspense, useEffect, useMemo } from "react";
import { isMissed } from "../../connection/missed-events";
import { type Room, useRoom } from "../../connection/room";
import { serverNow } from "../../connection/server-time";
import { isTurnOf, movesOfGame, seatNames } from "../../connection/table-facts";
import { useGive } from "../../connection/use-give";
import { gameLook } from "../../games/registry";
import { gameName } from "../../texts/game-words";
import { texts } from "../../texts/texts";
import { announce } from "../../ui/announcer";
import { classNames } from "../../ui/class-names";
import { Countdown } from "./countdown";
import { headline } from "./headline";
import { blankBoard, pendingBoard } from "./pending-board";

/** What is played, and in words where it stands. */
export function Table() {
  return (
    <div className="grid justify-items-center gap-2 sm:gap-3">
      <Headline />
      <div className="@container relative w-full max-w-(--board-width)">
        <Board />
        <CountdownOver />
      </div>
    </div>
  );
}

function Headline() {
  const { state, mySeat, view, moment } = useRoom();
  const isNow = moment.kind === "now";
  // What was your turn once is not your turn.
  const text = headline({ state, mySeat: isNow ? mySeat : null, pending: view.pending });
  useEffect(() => {
    if (isNow) announce(text);
  }, [isNow, text]);
  const isMoving = view.pending.some(({ command }) => command.type === "move");
  const mine = isNow && isTurnOf(state, mySeat) && (!isMoving || gameLook(state.game)?.queuesMoves === true);
  return (
    <p
      data-headline
      className={classNames(
        "rounded-full px-4 py-1 text-center font-display text-lg leading-snug font-bold text-balance sm:text-2xl",
        mine && "bg-ink text-on-ink",
      )}
    >
      {text}
    </p>
  );
}

function Board() {
  const room = useRoom();
  const { state, mySeat, view, log, missed } = room;
  const give = useGive();
  const { board, move } = pendingBoard(state, mySeat, view.pending);
  const moves = useMemo(() => movesOfGame(log), [log]);
  const look = gameLook(state.game);
  if (!look) return <p className="rounded-3xl bg-sunk p-8 text-center">{texts.games.unknown}</p>;
  const idle =
    state.phase.kind === "gathering" || state.phase.kind === "countdown" || state.phase.kind === "closed";
  return (
    <div className={classNames("room-board transition-opacity duration-300", idle && "opacity-55")}>
      <Suspense fallback={<BoardPlace aspect={look.aspect} />}>
        <look.Board
          key={state.rounds}
          name={gameName(state.game)}
          state={board ?? blankBoard(state)}
          names={seatNames(state)}
          mySeat={mySeat}
          playing={isPlaying(room)}
          playable={
            isPlaying(room) && isTurnOf(state, mySeat) && (move === null || look.queuesMoves === true)
          }
          play={(wanted) => void give({ type: "move", move: wanted, round: state.rounds })}
          pending={move}
          last={moves.at(-1)?.move ?? null}
          missed={moves.filter(({ seq }) => isMissed(missed, seq)).map((held) => held.move)}
          now={clockOf(room)}
        />
      </Suspense>
    </div>
  );
}

/** Whether you play in the game that is on. */
function isPlaying({ state, mySeat, me, moment }: Room): boolean {
  const isOn = moment.kind === "now" && state.phase.kind === "playing";
  return isOn && mySeat !== null && state.players[mySeat] === me.id;
}

/** The time by which the board is looked at: it stands still while no game is on, and in the past. */
function clockOf({ state, moment }: Room): () => number {
  if (moment.kind === "now" && state.phase.kind === "playing") return serverNow;
  const at = state.board === null ? 0 : state.lastAt;
  return () => at;
}

function BoardPlace({ aspect }: { aspect: string }) {
  return (
    <div
      style={{ aspectRatio: aspect }}
      className="grid w-full place-items-center rounded-3xl bg-sunk text-soft"
    >
      {texts.games.preparing}
    </div>
  );
}

function CountdownOver() {
  const { state, moment } = useRoom();
  if (state.phase.kind !== "countdown" || moment.kind !== "now") return null;
  return <Countdown startsAt={state.phase.startsAt} lasts={state.timing.countdownMs} />;
}
