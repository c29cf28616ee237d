/**
 * Socket.IO with connection state recovery in memory: https://socket.io/docs/v4/connection-state-recovery
 *
 * Who comes back within two minutes gets what they missed, as long as the process lives.
 */
import { chatRooms } from "./chat-rooms.js";
import { socketIoServer } from "./socket-io-server.js";

const { io, listen } = socketIoServer({
  connectionStateRecovery: {
    // The documentation's value.
    maxDisconnectionDuration: 2 * 60 * 1_000,
    // There are none to be skipped.
    skipMiddlewares: true,
  },
});
chatRooms(io);
listen();
