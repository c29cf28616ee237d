import { createSyncClient } from "@rejoin/sync";
import { expect, it } from "vitest";
import { check } from "../checker/check.js";
import { eventually } from "../eventually.js";
import { MadeLog, player } from "../testing/made-log.js";
import { MadeWire } from "../testing/made-wire.js";
import { ClientRecorder } from "./client-recorder.js";
import { machineClock } from "./machine-clock.js";
import { HistoryList } from "./recorder.js";

const ALICE = "11111111-1111-4111-8111-111111111111";
const ROOM = "33333333-3333-4333-8333-333333333333";
const CODE = "ABC234";
const TIMING = { countdownMs: 3_000, graceMs: 60_000, closeEmptyMs: 600_000, closeIdleMs: 86_400_000 };

function openRoom(): MadeLog {
  const log = new MadeLog(ROOM, "life");
  const table = {
    code: CODE,
    title: "A table",
    game: "tic-tac-toe",
    visibility: "private",
    options: {},
  } as const;
  log.take(player(ALICE), { type: "open", ...table, timing: TIMING }, "open", 1_700_000_000_000, () => 0);
  return log;
}

it("records what the product's own client does, so that the checker finds nothing wrong with it", async () => {
  const log = openRoom();
  const wire = new MadeWire(log, ALICE);
  const recorder = new HistoryList(machineClock);
  const recording = new ClientRecorder(recorder, { client: "1", player: ALICE });
  recorder.record({ kind: "creation-asked", client: "1", command: "open" });
  recorder.record({
    kind: "creation-answered",
    client: "1",
    command: "open",
    outcome: { ok: true, room: ROOM },
  });
  const client = createSyncClient({ wire: recording.wire(wire), player: ALICE });
  const room = recording.room(client.openRoom(CODE), CODE);
  client.start();

  expect(await room.send({ type: "say", text: "hello" })).toEqual({ ok: true, seq: 2 });
  expect(await room.send({ type: "resign" })).toMatchObject({ ok: false });
  wire.losesAnswers = true;
  const lost = room.send({ type: "take-seat" });
  await eventually(
    "it is done",
    () => log.head,
    (head) => head === 3,
  );
  wire.losesAnswers = false;
  wire.cut();
  expect(await lost).toEqual({ ok: true, seq: 3 });
  await eventually(
    "level again",
    () => room.view.get(),
    ({ seq, status }) => seq === 3 && status.kind === "live",
  );
  recording.rest();
  client.stop();
  recorder.record({ kind: "log", room: ROOM, epoch: "life", head: log.head, events: log.events });

  const verdict = check(recorder.records);
  expect(verdict.violations).toEqual([]);
  expect(verdict.figures).toMatchObject({
    "commands given": 3,
    "acknowledged commands": 2,
    "places of rest": 1,
  });
  expect(verdict.nonVacuity["connections lost"]).toBe(2);

  const withoutIt = recorder.records.filter((record) => record.kind !== "settled");
  expect(check(withoutIt).found).toEqual({ "never settled": 3 });
});
