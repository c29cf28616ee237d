/**
 * No contender but a floor: WebSockets with nothing around them. It frames a message once, by hand, and writes the same
 * bytes to everybody in the room. Nobody can broadcast one message a frame in Node with less.
 */
import { randomUUID } from "node:crypto";
import { WebSocket, WebSocketServer } from "ws";
import { readFrame } from "../clients/frames.js";
import type { ChatMessage } from "./chat-rooms.js";
import { host, httpServer, port } from "./listen.js";

const http = httpServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
const rooms = new Map<string, Set<WebSocket>>();
let messages = 0;

sockets.on("connection", (socket) => {
  const sid = randomUUID();
  let author = "";
  socket.send(`0${JSON.stringify({ sid, upgrades: [], pingInterval: 25_000, pingTimeout: 20_000 })}`);
  socket.on("message", (data: Buffer) => {
    const text = data.toString();
    if (text.startsWith("40")) return socket.send(`40${JSON.stringify({ sid })}`);
    const frame = readFrame(text);
    if (frame.kind !== "event") return;
    const [event, room, said] = frame.args as [string, string, string];
    if (event === "join") author = said;
    if (event === "join") enter(room, socket);
    else tell(room, author, said);
    socket.send(`43${frame.id}[]`);
  });
});
http.listen(port, host);

function enter(room: string, socket: WebSocket): void {
  const there = rooms.get(room) ?? new Set();
  rooms.set(room, there.add(socket));
  socket.once("close", () => there.delete(socket));
}

function tell(room: string, author: string, text: string): void {
  messages += 1;
  const message: ChatMessage = { id: messages, room, author, at: Date.now(), text };
  const frame = Buffer.from(`42${JSON.stringify(["said", message])}`);
  for (const socket of rooms.get(room) ?? [])
    if (socket.readyState === WebSocket.OPEN) socket.send(frame, { binary: false });
}
