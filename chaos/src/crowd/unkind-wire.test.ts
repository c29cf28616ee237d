import type { Acknowledgement } from "@rejoin/protocol";
import type { Connection, ServerPacket, Wire, WireHandlers } from "@rejoin/sync";
import { eventually, SeededRandom } from "@rejoin/testkit";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { WireConditions } from "./messages.js";
import { KIND, unkindWire } from "./unkind-wire.js";

const ANSWER: Acknowledgement<"room:command"> = { ok: true, seq: 3 };
const ROOM = "00000000-0000-4000-8000-000000000000";
const PAYLOAD = { room: ROOM, commandId: "one", command: { type: "resign" as const } };

let conditions: WireConditions;
let said: ((answer: Acknowledgement<"room:command">) => void)[];
let heard: ServerPacket[];
let handlers: WireHandlers;
let connection: Connection;
let counts: { packetsLost: number; packetsRepeated: number; packetsLate: number };

/** A wire that notes what is said on it. */
const plain: Wire = {
  open(given) {
    handlers = given;
    return {
      request: (_name, _payload, answered) => {
        said.push(answered as (answer: Acknowledgement<"room:command">) => void);
      },
      close: () => {},
    };
  },
};

const BEACON = { heads: { [ROOM]: 1 } };

const beacon = (head: number): ServerPacket => ({
  name: "room:heads",
  payload: { heads: { [ROOM]: head } },
  received: () => {},
});

afterEach(() => {
  vi.useRealTimers();
});

beforeEach(() => {
  [conditions, said, heard] = [KIND, [], []];
  counts = { packetsLost: 0, packetsRepeated: 0, packetsLate: 0 };
  const wire = unkindWire(plain, { conditions: () => conditions, random: new SeededRandom(1), counts });
  connection = wire.open({
    opened: () => {},
    heard: (packet) => heard.push(packet),
    closed: () => {},
    refused: () => {},
  });
  handlers.opened();
});

describe("an unkind wire", () => {
  test("is like any other while its conditions are kind", () => {
    const answers: unknown[] = [];
    connection.request("room:command", PAYLOAD, (answer) => answers.push(answer));
    said[0]?.(ANSWER);
    handlers.heard(beacon(1));
    expect(answers).toEqual([ANSWER]);
    expect(heard).toHaveLength(1);
  });

  test("loses what is said and what is heard", () => {
    conditions = { ...KIND, lose: 1 };
    connection.request("room:command", PAYLOAD, () => {});
    handlers.heard(beacon(1));
    expect([said.length, heard.length, counts.packetsLost]).toEqual([0, 0, 2]);
  });

  test("says and tells things twice, and answers once all the same", async () => {
    const answers: unknown[] = [];
    conditions = { ...KIND, repeat: 1 };
    connection.request("room:command", PAYLOAD, (answer) => answers.push(answer));
    await eventually(
      "said twice",
      () => said.length,
      (count) => count === 2,
    );
    for (const answered of said) answered(ANSWER);
    handlers.heard(beacon(1));
    await eventually(
      "heard twice",
      () => heard.length,
      (count) => count === 2,
    );
    expect(answers).toEqual([ANSWER]);
  });

  test("lets packets overtake one another", async () => {
    conditions = { ...KIND, lateMs: 30 };
    for (let head = 1; head <= 20; head += 1) handlers.heard(beacon(head));
    await eventually(
      "all heard",
      () => heard.length,
      (count) => count === 20,
    );
    const heads = heard.map(({ payload }) => Object.values((payload as typeof BEACON).heads)[0] ?? 0);
    expect(heads).not.toEqual(heads.toSorted((one, other) => one - other));
    expect(new Set(heads).size).toBe(20);
  });

  test("brings nothing after the end of its connection", () => {
    vi.useFakeTimers();
    conditions = { ...KIND, lateMs: 20 };
    handlers.heard(beacon(1));
    connection.close();
    vi.advanceTimersByTime(100);
    expect(heard).toEqual([]);
  });
});
