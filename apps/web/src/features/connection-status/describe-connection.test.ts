import { refuse } from "@rejoin/protocol";
import { describe, expect, it } from "vitest";
import { describeConnection } from "./describe-connection";

const quiet = { room: null, waiting: 0, now: 1_000 } as const;

describe("the connection in words", () => {
  it("is live when the connection is, and the room is current", () => {
    const words = describeConnection({ ...quiet, connection: { kind: "live" }, room: { kind: "live" } });
    expect(words).toMatchObject({ kind: "live", text: "Live", detail: null });
  });

  it("counts while catching up", () => {
    const room = { kind: "catching-up", done: 12, total: 40 } as const;
    const words = describeConnection({ ...quiet, connection: { kind: "live" }, room });
    expect(words).toMatchObject({ text: "Catching up 12 of 40", progress: 0.3 });
  });

  it("tells when the next attempt is, and what waits", () => {
    const connection = { kind: "reconnecting", since: 0, attempt: 3, nextAttemptAt: 4_200 } as const;
    const words = describeConnection({ ...quiet, connection, waiting: 2 });
    expect(words.text).toBe("Reconnecting");
    expect(words.detail).toBe("next try in 4 s · 2 to send");
  });

  it("says why a server will not have this page", () => {
    const refusal = refuse("unsupported-version", "Reload the page.");
    const words = describeConnection({ ...quiet, connection: { kind: "refused", refusal } });
    expect(words).toMatchObject({ kind: "offline", text: "Offline: Reload the page." });
  });
});
