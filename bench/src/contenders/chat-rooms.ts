import type { Server } from "socket.io";

/** What everybody in a room is told when somebody says something. */
export interface ChatMessage {
  id: number;
  room: string;
  author: string;
  /** Milliseconds since 1970. */
  at: number;
  text: string;
}

/**
 * A chat with rooms as Socket.IO's documentation has it: https://socket.io/docs/v4/rooms/ and, for the callback,
 * https://socket.io/docs/v4/emitting-events/#acknowledgements
 */
export function chatRooms(io: Server): void {
  let messages = 0;
  io.on("connection", (socket) => {
    socket.on("join", async (room: string, name: string, done: () => void) => {
      socket.data.name = name;
      await socket.join(room);
      done();
    });
    socket.on("say", (room: string, text: string, done: () => void) => {
      messages += 1;
      const message: ChatMessage = { id: messages, room, author: socket.data.name, at: Date.now(), text };
      io.to(room).emit("said", message);
      done();
    });
  });
}
