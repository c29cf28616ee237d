import type { Connection, ServerPacket, WireHandlers } from "@rejoin/sync";
import { describe, expect, it } from "vitest";
import { type RulesOnDemand, withRules } from "./with-rules";

const CHESS = "5a7f0000-0000-4000-8000-0000000000c1";
const OTHER = "5a7f0000-0000-4000-8000-0000000000c2";

describe("a wire that waits for rules", () => {
  it("holds back what comes of a room until the rules of its game are there, in order", async () => {
    const table = laidOut();
    table.say(snapshot(CHESS, "chess", 3), events(CHESS, 4));
    expect(table.heard).toEqual([]);
    await table.fetched();
    expect(table.heard).toEqual([`${CHESS} 3`, `${CHESS} 4`]);
    table.say(events(CHESS, 5));
    expect(table.heard).toEqual([`${CHESS} 3`, `${CHESS} 4`, `${CHESS} 5`]);
  });

  it("holds back no other room, and fetches rules once", async () => {
    const table = laidOut();
    table.say(snapshot(CHESS, "chess", 3), snapshot(OTHER, "tic-tac-toe", 1));
    expect(table.heard).toEqual([`${OTHER} 1`]);
    await table.fetched();
    table.say(snapshot(OTHER, "chess", 9));
    expect(table.heard).toEqual([`${OTHER} 1`, `${CHESS} 3`, `${OTHER} 9`]);
    expect(table.loads).toEqual(["chess"]);
  });

  it("says nothing more of a connection that has ended", async () => {
    const table = laidOut();
    table.say(snapshot(CHESS, "chess", 3));
    table.connection.close();
    await table.fetched();
    expect(table.heard).toEqual([]);
  });
});

function laidOut() {
  const heard: string[] = [];
  const loads: string[] = [];
  const here = new Set(["tic-tac-toe"]);
  let handlers: WireHandlers | undefined;
  let finish = (): void => {};
  const fetching = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const rules: RulesOnDemand = {
    areHere: (game) => here.has(game),
    load(game) {
      loads.push(game);
      return fetching.then(() => void here.add(game));
    },
  };
  const nothing: Connection = { request() {}, close() {} };
  const wire = withRules(
    {
      open(given) {
        handlers = given;
        return nothing;
      },
    },
    rules,
  );
  const connection = wire.open({
    opened() {},
    closed() {},
    refused() {},
    heard(packet) {
      if (packet.name === "room:snapshot") heard.push(`${packet.payload.room} ${packet.payload.seq}`);
      if (packet.name === "room:events")
        heard.push(`${packet.payload.room} ${packet.payload.events[0]?.seq}`);
    },
  });
  return {
    heard,
    loads,
    connection,
    say(...packets: ServerPacket[]) {
      for (const packet of packets) handlers?.heard(packet);
    },
    async fetched() {
      finish();
      await fetching;
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

function snapshot(room: string, game: string, seq: number): ServerPacket {
  return {
    name: "room:snapshot",
    payload: { room, epoch: "k", seq, state: { game }, reason: "joined" },
    received() {},
  };
}

function events(room: string, seq: number): ServerPacket {
  const by = { name: "Ada", avatar: "a" };
  const event = { seq, at: 0, actor: "room", type: "said", data: { text: "Hello", by } } as const;
  return { name: "room:events", payload: { room, epoch: "k", events: [event] }, received() {} };
}
