import { type RecordedEvent, recordedEvent } from "@rejoin/protocol";
import { expect } from "vitest";
import { gameOf } from "../games/known-games.js";
import { decide } from "../room/decide.js";
import { due } from "../room/due.js";
import { evolve } from "../room/evolve.js";
import type { RoomState, Viewer } from "../room/state.js";
import { view, viewState } from "../room/view.js";
import type { Step } from "./live-room.js";
import { actorOf, alice, bob, carol, dave, theRoom } from "./people.js";

const VIEWERS: readonly Viewer[] = [alice.id, bob.id, carol.id, dave.id, null];

/** Checks all that must be true of a room after every event, whatever the game. */
export function expectInvariants(step: Step): void {
  expectOneSeatEach(step.after);
  expectHost(step.after);
  expectPlainJson(step);
  expectTurnUntilDecided(step.after);
  expectDueWhenDue(step.after);
  for (const viewer of VIEWERS) expectViewAgrees(step, viewer);
}

/** Checks that reading a log gives the state that living through it gave, also when it was stored as JSON between. */
export function expectFold(log: readonly RecordedEvent[], state: RoomState): void {
  const stored: RecordedEvent[] = JSON.parse(JSON.stringify(log));
  expect(stored.reduce<RoomState | null>(evolve, null)).toStrictEqual(state);
}

function expectOneSeatEach(state: RoomState): void {
  const seated = state.seats.flatMap((seat) => seat?.player ?? []);
  expect(new Set(seated).size).toBe(seated.length);
}

function expectHost(state: RoomState): void {
  expect(VIEWERS).toContain(state.host.id);
  expect(state.host.id).not.toBeNull();
}

function expectPlainJson({ event, after }: Step): void {
  expect(recordedEvent.parse(event)).toStrictEqual(event);
  expect(JSON.parse(JSON.stringify(event))).toStrictEqual(event);
  expect(JSON.parse(JSON.stringify(after))).toStrictEqual(after);
}

function expectTurnUntilDecided(state: RoomState): void {
  if (state.board === null) return;
  const game = gameOf(state.game);
  const outcome = game.outcome(state.board);
  expect(game.turn(state.board).length === 0).toBe(outcome !== null);
  if (state.phase.kind === "playing") expect(outcome).toBeNull();
  if (state.phase.kind === "finished") expect(state.phase.outcome).toStrictEqual(outcome);
}

/** What a room will do by itself is done when it is due, by whoever loads the room then, and not a moment before. */
function expectDueWhenDue(state: RoomState): void {
  const next = due(state);
  expect(next === null).toBe(state.phase.kind === "closed");
  if (!next) return;
  const decideAt = (now: number) =>
    decide(state, next.command, { actor: actorOf(theRoom), now, random: () => 0 }).ok;
  expect([next.at - 1, next.at, next.at + 1e9].map(decideAt)).toEqual([false, true, true]);
}

/** Whoever follows a room event by event sees what they would see if they were shown its state now. */
function expectViewAgrees({ before, event, after }: Step, viewer: Viewer): void {
  const seen = before && viewState(before, viewer);
  const heard = view(event, viewer);
  expect(recordedEvent.parse(heard)).toStrictEqual(heard);
  expect(evolve(seen, heard)).toStrictEqual(viewState(after, viewer));
  expect({ ...heard, data: null }).toEqual({ ...event, data: null });
}
