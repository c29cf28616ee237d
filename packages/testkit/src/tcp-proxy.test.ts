import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eventually } from "./eventually.js";
import { TcpProxy } from "./tcp-proxy.js";

/** A server that says back what it hears, and ends when its client does. */
let echo: Server;
let served: Socket[];
let proxy: TcpProxy;
let clients: Caller[];

/** A client of the proxy, and what it has seen. */
class Caller {
  readonly socket: Socket;
  readonly #heard: Buffer[] = [];
  /** How many bytes it has heard. */
  count = 0;
  ended = false;
  closed: "no" | "orderly" | "reset" = "no";

  constructor(port: number) {
    this.socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    this.socket.on("data", (bytes) => {
      this.#heard.push(bytes);
      this.count += bytes.length;
    });
    this.socket.on("end", () => {
      this.ended = true;
    });
    this.socket.on("error", () => {});
    this.socket.on("close", (hadError) => {
      this.closed = hadError ? "reset" : "orderly";
    });
    clients.push(this);
  }

  get heard(): Buffer {
    return Buffer.concat(this.#heard);
  }
}

async function call(): Promise<Caller> {
  const caller = new Caller(proxy.port);
  await once(caller.socket, "connect");
  return caller;
}

async function hears(caller: Caller, text: string): Promise<void> {
  await eventually(
    `hears ${text}`,
    () => caller.heard.toString(),
    (heard) => heard === text,
  );
}

/** Long enough for anything that may pass on loopback to have passed. */
const MOMENT_MS = 60;
const moment = () => new Promise((resolve) => setTimeout(resolve, MOMENT_MS));

beforeEach(async () => {
  [served, clients] = [[], []];
  echo = createServer({ allowHalfOpen: true }, (socket) => {
    served.push(socket);
    socket.on("error", () => {});
    socket.pipe(socket);
  });
  echo.listen(0, "127.0.0.1");
  await once(echo, "listening");
  proxy = await TcpProxy.listen({ port: (echo.address() as AddressInfo).port });
});

afterEach(async () => {
  await proxy.close();
  for (const { socket } of clients) socket.destroy();
  for (const socket of served) socket.destroy();
  echo.close();
});

describe("the proxy", { timeout: 30_000 }, () => {
  it("passes bytes both ways, in order, and counts them", async () => {
    const caller = await call();
    const sent = Buffer.alloc(3_000_000, "abcdefghij");
    caller.socket.write(sent);
    await eventually(
      "everything is back",
      () => caller.count,
      (length) => length === sent.length,
    );
    expect(caller.heard.equals(sent)).toBe(true);
    expect(proxy.counts).toMatchObject({
      accepted: 1,
      bytesToServer: sent.length,
      bytesToClient: sent.length,
    });
  });

  it("slows a sender down whose receiver does not read, instead of holding everything", async () => {
    const caller = await call();
    caller.socket.pause();
    let accepted = 0;
    const chunk = Buffer.alloc(1_000_000);
    for (let sent = 0; sent < 60; sent++) caller.socket.write(chunk, () => accepted++);
    await moment();
    expect(accepted).toBeLessThan(60);
    caller.socket.resume();
    await eventually(
      "everything is back",
      () => caller.count,
      (length) => length === 60_000_000,
    );
  });

  it("passes on an orderly end, and leaves the other direction open", async () => {
    const caller = await call();
    caller.socket.end("last words");
    await eventually("ended", () => caller.ended, Boolean);
    expect(caller.heard.toString()).toBe("last words");
    await eventually(
      "nothing is open",
      () => proxy.open,
      (open) => open === 0,
    );
    expect(caller.closed).toBe("orderly");
  });

  it("passes on that one end broke", async () => {
    const caller = await call();
    caller.socket.write("hello");
    await hears(caller, "hello");
    served[0]?.resetAndDestroy();
    await eventually(
      "reset",
      () => caller.closed,
      (closed) => closed === "reset",
    );
    expect(proxy.open).toBe(0);
  });

  it("resets a caller while its server is not there, and passes again when it is", async () => {
    const { port } = echo.address() as AddressInfo;
    echo.close();
    await once(echo, "close");
    const early = await call();
    await eventually(
      "reset",
      () => early.closed,
      (closed) => closed === "reset",
    );
    echo.listen(port, "127.0.0.1");
    await once(echo, "listening");
    const caller = await call();
    caller.socket.write("hello");
    await hears(caller, "hello");
  });

  it("cuts: resets what is open, and turns callers away until it is restored", async () => {
    const [one, other] = [await call(), await call()];
    await eventually(
      "both are open",
      () => served.length,
      (count) => count === 2,
    );
    proxy.cut();
    await eventually(
      "both are reset",
      () => [one.closed, other.closed],
      (all) => all.every((closed) => closed === "reset"),
    );
    const late = new Caller(proxy.port);
    await eventually(
      "turned away",
      () => late.closed,
      (closed) => closed === "reset",
    );
    expect(proxy.counts).toMatchObject({ cuts: 1, reset: 2, refused: 1, accepted: 2 });
    proxy.restore();
    const back = await call();
    back.socket.write("hello");
    await hears(back, "hello");
  });

  it("resets the present connections only", async () => {
    const caller = await call();
    proxy.resetAll();
    await eventually(
      "reset",
      () => caller.closed,
      (closed) => closed === "reset",
    );
    const next = await call();
    next.socket.write("hello");
    await hears(next, "hello");
    expect(proxy.counts).toMatchObject({ cuts: 0, reset: 1, refused: 0 });
  });

  it("falls silent in one direction, and passes what waited when it is resumed", async () => {
    const caller = await call();
    proxy.stall("to-client");
    caller.socket.write("hello");
    await eventually(
      "the server hears",
      () => proxy.counts.bytesToServer,
      (bytes) => bytes === 5,
    );
    await moment();
    expect(caller.count).toBe(0);
    proxy.resume();
    await hears(caller, "hello");
  });

  it("is a black hole in both directions: not even the end of a connection passes", async () => {
    const caller = await call();
    caller.socket.write("a");
    await hears(caller, "a");
    proxy.stall();
    caller.socket.write("b");
    served[0]?.resetAndDestroy();
    await moment();
    expect(caller.closed).toBe("no");
    expect(proxy.counts).toMatchObject({ bytesToServer: 1, bytesToClient: 1 });
    proxy.resume();
    await eventually(
      "reset",
      () => caller.closed,
      (closed) => closed === "reset",
    );
  });

  it("is late by as much as it is told, however much is on its way", async () => {
    const caller = await call();
    proxy.delay(100);
    const before = performance.now();
    for (const letter of "abcde") {
      caller.socket.write(letter);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await hears(caller, "abcde");
    const took = performance.now() - before;
    expect(took).toBeGreaterThanOrEqual(200);
    expect(took).toBeLessThan(900);
  });

  it("is as slow as it is told", async () => {
    const caller = await call();
    proxy.throttle(100, "to-client");
    const before = performance.now();
    caller.socket.write("x".repeat(40));
    await hears(caller, "x".repeat(40));
    expect(performance.now() - before).toBeGreaterThanOrEqual(390);
  });

  it("leaves nothing behind when it is closed, stalled or not", async () => {
    const caller = await call();
    await eventually(
      "open",
      () => served.length,
      (count) => count === 1,
    );
    proxy.stall();
    caller.socket.write("hello");
    await proxy.close();
    await eventually(
      "reset",
      () => caller.closed,
      (closed) => closed === "reset",
    );
    await eventually("the server's end is gone", () => served[0]?.destroyed, Boolean);
    await proxy.close();
  });
});
