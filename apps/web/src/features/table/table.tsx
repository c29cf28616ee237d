import { findGame } from "@rejoin/rules";
import { Suspense, useEffect, useMemo } from "react";
import { useRoom } from "../../connection/room";
import { isTurnOf, movesOfGame, seatNames } from "../../connection/table-facts";
import { useGive } from "../../connection/use-give";
import { gameLook } from "../../games/registry";
import { texts } from "../../texts/texts";
import { announce } from "../../ui/announcer";
import { classNames } from "../../ui/class-names";
import { Countdown } from "./countdown";
import { headline } from "./headline";
import { blankBoard, pendingBoard } from "./pending-board";

/** What is played, and in words where it stands. */
export function Table() {
  return (
    <div className="grid justify-items-center gap-3">
      <Headline />
      <div className="@container relative w-full max-w-(--board-width)">
        <Board />
        <CountdownOver />
      </div>
    </div>
  );
}

function Headline() {
  const { state, mySeat, view } = useRoom();
  const text = headline({ state, mySeat, pending: view.pending });
  useEffect(() => announce(text), [text]);
  const mine = isTurnOf(state, mySeat) && !view.pending.some(({ command }) => command.type === "move");
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
  const { state, mySeat, view, log } = useRoom();
  const give = useGive();
  const { board, move } = pendingBoard(state, mySeat, view.pending);
  const moves = useMemo(() => movesOfGame(log), [log]);
  const look = gameLook(state.game);
  if (!look) return <p className="rounded-3xl bg-sunk p-8 text-center">{texts.games.unknown}</p>;
  const { missed } = view;
  const idle =
    state.phase.kind === "gathering" || state.phase.kind === "countdown" || state.phase.kind === "closed";
  return (
    <div className={classNames("transition-opacity duration-300", idle && "opacity-55")}>
      <Suspense fallback={<BoardPlace aspect={look.aspect} />}>
        <look.Board
          key={state.rounds}
          name={findGame(state.game)?.name ?? state.game}
          state={board ?? blankBoard(state)}
          names={seatNames(state)}
          mySeat={mySeat}
          playable={isTurnOf(state, mySeat) && move === null}
          play={(wanted) => void give({ type: "move", move: wanted })}
          pending={move}
          last={moves.at(-1)?.move ?? null}
          missed={
            missed
              ? moves.filter(({ seq }) => seq >= missed.from && seq <= missed.to).map((held) => held.move)
              : []
          }
        />
      </Suspense>
    </div>
  );
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
  const { state } = useRoom();
  if (state.phase.kind !== "countdown") return null;
  return <Countdown startsAt={state.phase.startsAt} lasts={state.timing.countdownMs} />;
}
