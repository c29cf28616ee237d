import type { Person, PlayerId, RecordedEvent, RoomEvent } from "@rejoin/protocol";
import { type RoomState, type Seat, seatOf } from "../state.js";
import { callOffCountdown } from "./phase.js";

export function changeSeat(state: RoomState, seat: number, changes: Partial<Seat>): RoomState {
  return {
    ...state,
    seats: state.seats.map((held, index) => (index === seat && held ? { ...held, ...changes } : held)),
  };
}

/** People change their names and faces: a table shows them as they looked when they last did something there. */
export function asTheyLook(state: RoomState, { actor, data }: RecordedEvent): RoomState {
  if (!("by" in data) || !data.by) return state;
  const { name, avatar } = data.by;
  const looksNew = (person: Person): boolean => person.name !== name || person.avatar !== avatar;
  const seat = seatOf(state, actor);
  const held = seat === null ? null : state.seats[seat];
  const seated = seat !== null && held && looksNew(held) ? changeSeat(state, seat, { name, avatar }) : state;
  const isHost = state.host.id === actor && looksNew(state.host);
  return isHost ? { ...seated, host: { id: actor, name, avatar } } : seated;
}

/** At a table of quick play nobody sits down for anything but to play. */
export function sit(state: RoomState, seat: number, player: PlayerId, by: Person): RoomState {
  const ready = state.quick !== null;
  return seatIn(state, seat, { ...by, player, ready, presence: { kind: "here" }, bot: null, wins: 0 });
}

export function seatBot(
  state: RoomState,
  { player, seat, strength, bot }: Extract<RoomEvent, { type: "bot-seated" }>["data"],
): RoomState {
  const { name, avatar } = bot;
  const presence = { kind: "here" } as const;
  return seatIn(state, seat, { name, avatar, player, ready: true, presence, bot: strength, wins: 0 });
}

function seatIn(state: RoomState, seat: number, taken: Seat): RoomState {
  return { ...state, seats: state.seats.map((held, index) => (index === seat ? taken : held)) };
}

/** Frees a seat. Before a game the others go back to gathering, since what they were ready for has changed. */
export function standUp(state: RoomState, seat: number): RoomState {
  const seats = state.seats.map((held, index) => (index === seat ? null : held));
  return callOffCountdown({ ...state, seats });
}

/** When the host's seat is given up, the next seat that a person is in hosts; with nobody there, the host stays. */
export function passHostFrom(state: RoomState, player: PlayerId, seat: number): RoomState {
  if (state.host.id !== player) return state;
  const after = [...state.seats.slice(seat + 1), ...state.seats.slice(0, seat)];
  const seated = after.filter((held) => held !== null && held.bot === null) as Seat[];
  const next = seated.find(({ presence }) => presence.kind === "here") ?? seated[0];
  return next ? { ...state, host: { id: next.player, name: next.name, avatar: next.avatar } } : state;
}

/** Adds free seats at the end, or takes some away from there. */
export function withSeats(state: RoomState, count = state.seats.length): RoomState {
  return { ...state, seats: Array.from({ length: count }, (_, seat) => state.seats[seat] ?? null) };
}

/** Takes everybody's readiness back, but for bots, and at a table of quick play, where who sits is ready. */
export function readyNobody(state: RoomState): RoomState {
  if (state.quick) return state;
  return { ...state, seats: state.seats.map((held) => held && { ...held, ready: held.bot !== null }) };
}
