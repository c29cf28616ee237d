/**
 * Plain Socket.IO, with its defaults: https://socket.io/docs/v4/server-initialization/
 *
 * What was said while somebody was away is lost to them, and everything is when the process ends.
 */
import { chatRooms } from "./chat-rooms.js";
import { socketIoServer } from "./socket-io-server.js";

const { io, listen } = socketIoServer();
chatRooms(io);
listen();
