import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { Duplex } from "node:stream";
import { describe, expect, it } from "vitest";
import type { WebSocket } from "ws";
import { TurnSockets } from "./turn-sockets.js";

/** The server's end of a connection, and how often the operating system was given something. */
class Wire extends Duplex {
  readonly writes: string[] = [];
  /** Called when what was written has gone. */
  gone: (() => void) | undefined;

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this._writev([{ chunk }], done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.writes.push(Buffer.concat(chunks.map(({ chunk }) => chunk)).toString("latin1"));
    this.gone = done;
  }
}

/** A connection whose handshake is over. */
async function connect(): Promise<{ wire: Wire; client: WebSocket }> {
  const wire = new Wire();
  const sockets = new TurnSockets({ noServer: true });
  const headers = {
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": randomBytes(16).toString("base64"),
  };
  const request = { method: "GET", headers } as unknown as IncomingMessage;
  const client = await new Promise<WebSocket>((resolve) =>
    sockets.handleUpgrade(request, wire, Buffer.alloc(0), resolve),
  );
  await turn();
  wire.gone?.();
  wire.writes.length = 0;
  return { wire, client };
}

const turn = () => new Promise(setImmediate);

describe("a WebSocket that writes once in a turn", () => {
  it("sends all that was said in a turn in one piece and in order", async () => {
    const { wire, client } = await connect();
    client.send("one");
    await Promise.resolve();
    client.send("two");
    client.send("three");
    expect(wire.writes).toEqual([]);
    await turn();
    expect(wire.writes).toHaveLength(1);
    expect(wire.writes[0]?.match(/one|two|three/g)).toEqual(["one", "two", "three"]);
  });

  it("takes more at once, and counts what has not gone", async () => {
    const { wire, client } = await connect();
    const taken: string[] = [];
    client.send("x".repeat(1_000), () => taken.push("first"));
    client.send("y".repeat(1_000), () => taken.push("second"));
    expect(taken).toEqual(["first", "second"]);
    expect(client.bufferedAmount).toBeGreaterThanOrEqual(2_000);
    await turn();
    expect(client.bufferedAmount).toBeGreaterThanOrEqual(2_000);
    wire.gone?.();
    await turn();
    expect(client.bufferedAmount).toBe(0);
  });

  it("says what went wrong to whoever writes afterwards", async () => {
    const { wire, client } = await connect();
    const closed = new Promise((resolve) => client.on("close", resolve));
    client.on("error", () => undefined);
    wire.destroy(new Error("gone"));
    await closed;
    const error = await new Promise((resolve) => client.send("late", resolve));
    expect(error).toBeInstanceOf(Error);
  });
});
