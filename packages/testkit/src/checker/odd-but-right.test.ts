import { expect, it } from "vitest";
import type { HistoryRecord } from "../history/record.js";
import { madeHistory } from "../testing/made-run.js";
import { NothingToSpoil, Planting } from "../testing/plant.js";
import { check } from "./check.js";

/** The first history, by seeds, that has what is looked for. */
function historyWith(change: (history: Planting) => void): HistoryRecord[] {
  for (let seed = 1; seed < 50; seed++) {
    const history = new Planting(madeHistory({ seed }));
    try {
      change(history);
      return history.records;
    } catch (error) {
      if (!(error instanceof NothingToSpoil)) throw error;
    }
  }
  throw new Error("no history has it");
}

function expectNothingWrong(records: readonly HistoryRecord[]): void {
  expect(check(records).violations).toEqual([]);
}

const STRANGER = "77777777-0000-4000-8000-000000000000";

it("a command with an effect, of a page that was closed before it was answered", () => {
  expectNothingWrong(
    historyWith((history) => {
      const { client, command } = history.acknowledged[0]?.answered ?? history.first("answered");
      history.drop(
        ...history.all("answered").filter((one) => one.command === command),
        ...history.all("settled").filter((one) => one.client === client),
        ...history.all("at-rest").filter((one) => one.client === client),
      );
      history.before(history.log, { kind: "client-ended", at: 0, client });
    }),
  );
});

it("a page that goes on with the commands of its predecessor on the device, and settles them", () => {
  const records = historyWith((history) => {
    const settled = history.first("settled", ({ outcome }) => outcome.ok);
    const began = history.first("client-began", ({ client }) => client === settled.client);
    began.device = "phone";
    history.before(history.log, { kind: "client-ended", at: 0, client: began.client });
    history.records.unshift({ ...began, client: "later" });
    settled.client = "later";
  });
  expectNothingWrong(records);
  const unsettled = records.filter(
    (record) => !("client" in record && record.kind === "settled" && record.client === "later"),
  );
  expect(check(unsettled).found).toEqual({ "never settled": 1 });
});

it("a page that goes on with a command of its predecessor in a room that it does not show", () => {
  expectNothingWrong(
    historyWith((history) => {
      const settled = history.first("settled", ({ outcome }) => outcome.ok);
      const began = history.first("client-began", ({ client }) => client === settled.client);
      began.device = "phone";
      history.before(history.log, { kind: "client-ended", at: 0, client: began.client });
      history.records.unshift({ ...began, client: "later" });
      history.before(settled, { ...settled, kind: "answered", client: "later" });
      history.drop(settled);
    }),
  );
});

it("a retry that is turned away at the door while the first attempt had its effect", () => {
  expectNothingWrong(
    historyWith((history) => {
      const { answered } = history.acknowledged[0] ?? { answered: history.first("answered") };
      const { room, client, command } = answered;
      const outcome = { ok: false as const, code: "not-joined" as const, retryable: false };
      history.before(answered, { kind: "asked", at: 0, room, client, command });
      history.before(answered, { kind: "answered", at: 0, room, client, command, outcome });
    }),
  );
});

it("somebody who is not let into a private room, and holds nothing of it at the end", () => {
  const history = new Planting(madeHistory({ seed: 1, visibility: "private" }));
  const { room } = history.log;
  history.records.unshift({ kind: "client-began", at: 0, client: "stranger", player: STRANGER });
  history.before(history.log, { kind: "room-opened", at: 0, room, client: "stranger", by: "id" });
  expectNothingWrong(history.records);
});

it("a client that let go of the room, and holds less of it when it comes again", () => {
  expectNothingWrong(
    historyWith((history) => {
      const held = history.first("held", ({ seq }) => seq > 3);
      const { room, client, epoch } = held;
      const opened = { kind: "room-opened", at: 0, room, client, by: "code" } as const;
      history.after(held, { kind: "room-let-go", at: 0, room, client }, opened, {
        kind: "held",
        at: 0,
        room,
        client,
        epoch,
        seq: 0,
        head: 0,
        live: false,
      });
      history.drop(...history.all("held").filter((one) => one.client === client && one.at > held.at));
    }),
  );
});

it("things of one moment in two files, of which nobody can say which was first", () => {
  const history = new Planting(madeHistory({ seed: 3 }));
  const moment = history.records.map((record) => ({
    ...record,
    at: 5,
    ...("askedAt" in record && { askedAt: 5 }),
  }));
  const clients = [...new Set(moment.map((record) => ("client" in record ? record.client : "")))];
  const of = (client: string) =>
    moment.filter((record) => ("client" in record ? record.client : "") === client);
  expect(check(...clients.map(of)).violations).toEqual([]);
});
