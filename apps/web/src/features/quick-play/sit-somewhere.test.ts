import { refuse } from "@rejoin/protocol";
import type { CommandOutcome, SyncClient } from "@rejoin/sync";
import { describe, expect, it } from "vitest";
import { sitSomewhere } from "./sit-somewhere";

describe("quick play", () => {
  it("sits down at the table that it is sent to", async () => {
    const { client, asked } = clientWhere({ AAA222: { ok: true, seq: 3 } });
    expect(await sitSomewhere(client, "chess")).toMatchObject({ ok: true, code: "AAA222" });
    expect(asked).toEqual(["AAA222"]);
  });

  it("looks again where somebody was faster", async () => {
    const { client, asked } = clientWhere({
      AAA222: { ok: false, refusal: refuse("table-full", "Full.") },
      BBB222: { ok: true, seq: 3 },
    });
    expect(await sitSomewhere(client, "chess")).toMatchObject({ ok: true, code: "BBB222" });
    expect(asked).toEqual(["AAA222", "BBB222"]);
  });

  it("goes where one sits already", async () => {
    const { client } = clientWhere({ AAA222: { ok: false, refusal: refuse("already-seated", "You sit.") } });
    expect(await sitSomewhere(client, "chess")).toMatchObject({ ok: true, code: "AAA222" });
  });

  it("tells why there is no table", async () => {
    const { client } = clientWhere({});
    expect(await sitSomewhere(client, "go")).toMatchObject({ ok: false, refusal: { code: "unknown-game" } });
  });
});

/** A client that is sent to these tables in turn, with what becomes of sitting down at each. */
function clientWhere(tables: Record<string, CommandOutcome>): { client: SyncClient; asked: string[] } {
  const codes = Object.keys(tables);
  const asked: string[] = [];
  const client = {
    quickPlay: async () => {
      const code = codes.shift();
      return code ? { ok: true, room: code, code } : { ok: false, refusal: refuse("unknown-game", "No.") };
    },
    openRoom: (code: string) => ({
      send: async () => {
        asked.push(code);
        return tables[code];
      },
      release() {},
    }),
  };
  return { client: client as unknown as SyncClient, asked };
}
