import type { PlayerId, RoomId } from "@rejoin/protocol";
import { afterAll, beforeAll, expect } from "vitest";
import { opening } from "../testing/samples.js";
import type { EventLog } from "./event-log.js";

/** A log to test, and what it needs around it. */
export interface LogUnderTest extends AsyncDisposable {
  log: EventLog;
  /** Makes somebody who may open rooms and be invited to them. */
  createPlayer(): Promise<PlayerId>;
  /** Takes the log of a room back to an earlier number, as restoring an old copy of the database does. */
  rewind(room: RoomId, head: number): Promise<void>;
}

/** Starts a log before the tests that are described here, and ends it after them. @param started takes it, with somebody who may open rooms */
export function aroundTests(
  start: () => Promise<LogUnderTest>,
  started: (underTest: LogUnderTest, somebody: PlayerId) => void,
): void {
  let underTest: LogUnderTest;
  beforeAll(async () => {
    underTest = await start();
    started(underTest, await underTest.createPlayer());
  });
  afterAll(() => underTest[Symbol.asyncDispose]());
}

/** Opens a room that was not there before. @param changes of what the opening is otherwise */
export async function openRoomOf(log: EventLog, creator: PlayerId, changes = {}): Promise<RoomId> {
  const wanted = opening(creator, changes);
  expect(await log.open(wanted)).toEqual({ kind: "opened" });
  return wanted.room;
}
