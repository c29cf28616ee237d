import type { Person, PlayerId, RecordedEvent, RoomEvent } from "@rejoin/protocol";
import { gameOf } from "../games/known-games.js";
import { created } from "./evolve/created.js";
import { decline, invite, withoutGuest } from "./evolve/guests.js";
import {
  areEnoughReady,
  callOffCountdown,
  closed,
  finishWhenDecided,
  gatherAgain,
  startCountdown,
  startWhenReady,
  withdrawFromGame,
} from "./evolve/phase.js";
import {
  asTheyLook,
  changeSeat,
  passHostFrom,
  readyNobody,
  seatBot,
  sit,
  standUp,
  withSeats,
} from "./evolve/seating.js";
import { type RoomState, seatOf, withLastAt } from "./state.js";

/** How many people a room remembers to have muted: with more, those who were muted first may speak again. */
const MOST_MUTED = 100;

/**
 * What an event changes. Everything that follows from it (a countdown, a win, a new host) is derived here, so that one
 * event is all that a command leaves behind.
 *
 * @param state the room before, or null before its first event
 * @returns the room after; the input is not changed. Total for every event that `decide` gives.
 * @throws only for a log that does not begin with `room-created`
 */
export function evolve(state: RoomState | null, event: RecordedEvent): RoomState {
  if (event.type === "room-created") return created(event);
  if (!state) throw new Error(`a room's log begins with room-created, not with ${event.type}`);
  const after = change(asTheyLook(withLastAt(state, event.at), event), event);
  return areSeatsAlike(state, after) ? after : { ...after, seatsAt: event.at };
}

function areSeatsAlike({ seats }: RoomState, after: RoomState): boolean {
  return seats === after.seats || seats.every((seat, index) => seat?.player === after.seats[index]?.player);
}

function change(
  state: RoomState,
  event: RecordedEvent & Exclude<RoomEvent, { type: "room-created" }>,
): RoomState {
  const { actor, at } = event;
  switch (event.type) {
    case "seat-taken":
      return startWhenReady(takeSeat(state, actor, event.data), at);
    case "bot-seated":
      return startWhenReady(seatBot(gatherAgain(state), event.data), at);
    case "seat-left":
      return leave(withdrawFromGame(state, event.data.seat, at), actor, event.data.seat);
    case "ready-changed":
      return changeReady(state, actor, event.data.ready, at);
    case "configured":
      return configure(state, event.data);
    case "countdown-started":
      return startCountdown(state, at);
    case "game-started":
      return startGame(state, event.data.setup, at);
    case "moved":
      return applyMove(state, event.data.move, event.data.seat, at);
    case "said":
    case "reacted":
      return state;
    case "invited":
      return invite(state, event);
    case "declined":
      return decline(state, actor);
    case "kicked":
      return leave(state, event.data.player, event.data.seat);
    case "muted":
      return mute(state, event.data.player, event.data.muted);
    case "handed-over":
      return handOver(state, event.data.player);
    case "resigned":
      return withdrawFromGame(state, event.data.seat, at);
    case "rematch-wanted":
      return wantRematch(state, actor, at);
    case "room-closed":
      return closed(state, event.data.reason);
    case "player-dropped":
      return changeSeat(state, event.data.seat, { presence: { kind: "dropped", until: event.data.until } });
    case "player-returned":
      return changeSeat(state, event.data.seat, { presence: { kind: "here" } });
    case "player-gone":
      return playerGone(state, event.data.player, event.data.seat);
  }
}

function takeSeat(state: RoomState, player: PlayerId, { seat, by }: { seat: number; by: Person }): RoomState {
  return sit(gatherAgain(withoutGuest(state, player)), seat, player, by);
}

function setReady(state: RoomState, player: string, ready: boolean): RoomState {
  const seat = seatOf(state, player);
  return seat === null ? state : changeSeat(state, seat, { ready });
}

// Only taking it back calls a countdown off: the host may have started one without waiting for every seat.
function changeReady(state: RoomState, player: string, ready: boolean, at: number): RoomState {
  const changed = setReady(state, player, ready);
  if (!ready) return callOffCountdown(changed);
  return startWhenReady(changed, at);
}

function leave(state: RoomState, player: PlayerId, seat: number): RoomState {
  return standUp(passHostFrom(state, player, seat), seat);
}

function startGame(state: RoomState, setup: unknown, at: number): RoomState {
  const board = gameOf(state.game).start(setup);
  const seats = state.seats.map((seat) => seat && { ...seat, ready: seat.bot !== null });
  const players = seats.map((seat) => seat?.player ?? null);
  const rounds = state.rounds + 1;
  return { ...state, seats, board, boardAt: at, players, rounds, phase: { kind: "playing" } };
}

function applyMove(state: RoomState, move: unknown, seat: number | null, at: number): RoomState {
  const board = gameOf(state.game).evolve(state.board, move, { seat, at });
  return finishWhenDecided({ ...state, board, boardAt: at });
}

function mute(state: RoomState, player: PlayerId, isMuted: boolean): RoomState {
  const others = state.muted.filter((one) => one !== player);
  return { ...state, muted: isMuted ? [...others, player].slice(-MOST_MUTED) : others };
}

function handOver(state: RoomState, player: PlayerId): RoomState {
  const seat = state.seats.find((held) => held?.player === player);
  return seat ? { ...state, host: { id: player, name: seat.name, avatar: seat.avatar } } : state;
}

function wantRematch(state: RoomState, player: string, at: number): RoomState {
  const asked = setReady(gatherAgain(state), player, true);
  return areEnoughReady(asked) ? startCountdown(asked, at) : asked;
}

/** In the middle of a game the seat is kept: the game waits for whoever was cut off. At any other time it is freed. */
function playerGone(state: RoomState, player: PlayerId, seat: number): RoomState {
  if (state.phase.kind !== "playing") return leave(state, player, seat);
  return changeSeat(passHostFrom(state, player, seat), seat, { presence: { kind: "gone" } });
}

function configure(
  state: RoomState,
  { title, visibility, options, seats }: Extract<RoomEvent, { type: "configured" }>["data"],
): RoomState {
  const changed = {
    ...state,
    ...(title && { title }),
    ...(visibility && { visibility }),
    ...(options !== undefined && { options }),
  };
  // What they were ready for is another game now.
  return options === undefined && seats === undefined ? changed : readyNobody(withSeats(changed, seats));
}
