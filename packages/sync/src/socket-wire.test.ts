import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { NAMESPACE, PROTOCOL_VERSION, type Refusal, refuse } from "@rejoin/protocol";
import { Server, type Socket } from "socket.io";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { socketWire } from "./socket-wire.js";
import { EPOCH, RealLog, ROOM } from "./testing/real-log.js";
import type { Connection, Fault, ServerPacket, Wire } from "./wire.js";

let io: Server;
let url: string;
/** How the server answers the next handshake: null lets it in. */
let door: (Error & { data?: unknown }) | null;

/** One connection through the wire, what it called, and the server's end of it. */
class Call {
  readonly called: string[] = [];
  readonly packets: ServerPacket[] = [];
  readonly refusals: Refusal[] = [];
  readonly faults: Fault[] = [];
  readonly connection: Connection;

  constructor(target = url, wire?: Wire) {
    const onFault = (fault: Fault) => this.faults.push(fault);
    this.connection = (wire ?? socketWire(target, { headers: { "x-who": "alice" }, onFault })).open({
      opened: () => this.called.push("opened"),
      closed: () => this.called.push("closed"),
      heard: (packet) => {
        this.called.push(packet.name);
        this.packets.push(packet);
      },
      refused: (refusal) => {
        this.called.push("refused");
        this.refusals.push(refusal);
      },
    });
  }

  async calls(...names: string[]): Promise<void> {
    await vi.waitFor(() => expect(this.called).toEqual(names), 10_000);
  }
}

async function open(): Promise<{ call: Call; server: Socket }> {
  const arrival = once(io.of(NAMESPACE), "connection") as Promise<[Socket]>;
  const call = new Call();
  const [server] = await arrival;
  await call.calls("opened");
  return { call, server };
}

/** Long enough for what is under way on loopback to arrive. */
const moment = () => new Promise((resolve) => setTimeout(resolve, 50));

beforeEach(async () => {
  door = null;
  const http = createServer();
  io = new Server(http);
  io.of(NAMESPACE).use((_socket, next) => (door ? next(door) : next()));
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});

afterEach(() => io.close());

describe("the socket wire", { timeout: 30_000 }, () => {
  it("says at the door which protocol it speaks, and carries the given headers", async () => {
    const { server } = await open();
    expect(server.handshake.auth).toEqual({ protocol: PROTOCOL_VERSION });
    expect(server.handshake.headers["x-who"]).toBe("alice");
  });

  it("carries a request and its answer", async () => {
    const { call, server } = await open();
    server.on("room:seen", (payload, acknowledge) => acknowledge({ ok: true, heard: payload }));
    const answer = await new Promise((answered) =>
      call.connection.request("room:seen", { room: ROOM, seq: 3 }, answered),
    );
    expect(answer).toEqual({ ok: true });
  });

  it("carries what the server says, and its acknowledgement", async () => {
    const { call, server } = await open();
    const log = new RealLog();
    const acknowledged = vi.fn();
    server.emit("room:events", { room: ROOM, epoch: EPOCH, events: log.events }, acknowledged);
    await call.calls("opened", "room:events");
    expect(call.packets[0]?.payload).toEqual({ room: ROOM, epoch: EPOCH, events: log.events });
    await moment();
    expect(acknowledged).not.toHaveBeenCalled();
    call.packets[0]?.received();
    await vi.waitFor(() => expect(acknowledged).toHaveBeenCalledOnce());
  });

  it("drops what it cannot read, and reports it", async () => {
    const { call, server } = await open();
    server.on("room:seen", (_payload, acknowledge) => acknowledge("yes"));
    const answered = vi.fn();
    call.connection.request("room:seen", { room: ROOM, seq: 3 }, answered);
    server.emit("room:events", { room: ROOM, epoch: EPOCH, events: [{ seq: "one" }] });
    server.emit("room:heads", { heads: {} });
    await call.calls("opened", "room:heads");
    await vi.waitFor(() => expect(call.faults).toHaveLength(2));
    expect(call.faults.map((fault) => fault.kind === "unreadable" && fault.message).sort()).toEqual([
      "room:events",
      "room:seen",
    ]);
    expect(answered).not.toHaveBeenCalled();
  });

  it("tells a refusal at the door from a door that does not open", async () => {
    const refusal = refuse("unauthenticated", "Sign in first.");
    door = Object.assign(new Error("no"), { data: refusal });
    const refused = new Call();
    await refused.calls("refused");
    expect(refused.refusals).toEqual([refusal]);
    door = new Error("out of order");
    await new Call().calls("closed");
    await new Call("http://127.0.0.1:9").calls("closed");
    await moment();
    expect(refused.called).toEqual(["refused"]);
  });

  it("comes in by polling where no WebSocket gets through, and by WebSocket again where one does", async () => {
    const wire = socketWire(url);
    const came: string[] = [];
    io.of(NAMESPACE).on("connection", ({ conn }) => came.push(conn.transport.name));
    io.engine.opts.transports = ["polling"];
    await new Call(url, wire).calls("closed");
    await new Call(url, wire).calls("closed");
    await new Call(url, wire).calls("opened");
    io.engine.opts.transports = ["polling", "websocket"];
    await new Call(url, wire).calls("opened");
    expect(came).toEqual(["polling", "websocket"]);
  });

  it("is upgraded to a WebSocket when it came in by polling", async () => {
    const wire = socketWire(url);
    io.engine.opts.transports = ["polling"];
    await new Call(url, wire).calls("closed");
    await new Call(url, wire).calls("closed");
    io.engine.opts.transports = ["polling", "websocket"];
    await new Call(url, wire).calls("opened");
    const names = () => [...io.of(NAMESPACE).sockets.values()].map(({ conn }) => conn.transport.name);
    await vi.waitFor(() => expect(names()).toEqual(["websocket"]));
  });

  it("tells once that a connection was lost, and does not come back by itself", async () => {
    const { call, server } = await open();
    server.conn.close();
    await call.calls("opened", "closed");
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(call.called).toEqual(["opened", "closed"]);
    expect(io.of(NAMESPACE).sockets.size).toBe(0);
  });

  it("says nothing without a connection, then or later", async () => {
    const { call, server } = await open();
    server.disconnect(true);
    await call.calls("opened", "closed");
    const heard = vi.fn();
    io.of(NAMESPACE).on("connection", (socket) => socket.onAny(heard));
    call.connection.request("lobby:leave", {}, heard);
    await open();
    await moment();
    expect(heard).not.toHaveBeenCalled();
  });

  it("calls nothing after it was closed", async () => {
    const { call, server } = await open();
    const gone = once(server, "disconnect");
    server.on("lobby:leave", (_payload, acknowledge) => setTimeout(acknowledge, 20, { ok: true }));
    const answered = vi.fn();
    call.connection.request("lobby:leave", {}, answered);
    server.emit("room:heads", { heads: {} });
    call.connection.close();
    await gone;
    await moment();
    expect(call.called).toEqual(["opened"]);
    expect(answered).not.toHaveBeenCalled();
  });

  it("ends an attempt that was closed before it came to anything", async () => {
    const call = new Call();
    call.connection.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(call.called).toEqual([]);
    expect(io.of(NAMESPACE).sockets.size).toBe(0);
  });
});
