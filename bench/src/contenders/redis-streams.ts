/**
 * Socket.IO with the Redis Streams adapter and connection state recovery: https://socket.io/docs/v4/redis-streams-adapter
 * and https://socket.io/docs/v4/connection-state-recovery
 *
 * Every packet goes through Redis and back, so any server can let somebody recover who was on another one.
 */
import { createAdapter } from "@socket.io/redis-streams-adapter";
import { createClient } from "redis";
import { chatRooms } from "./chat-rooms.js";
import { setting } from "./listen.js";
import { socketIoServer } from "./socket-io-server.js";

const redis = createClient({ url: setting("REDIS_URL") });
await redis.connect();

// A stream of its own, so that a Redis that is somebody's stays as it was.
const streamName = setting("REDIS_STREAM");
const { io, listen } = socketIoServer({
  adapter: createAdapter(redis, {
    streamName,
    sessionKeyPrefix: `${streamName}:`,
    // As much as is said here in the time in which one can recover; 10,000 unless it is told.
    maxLen: 200_000,
  }),
  connectionStateRecovery: { maxDisconnectionDuration: 2 * 60 * 1_000, skipMiddlewares: true },
});
chatRooms(io);
listen();

process.once("SIGTERM", () => void redis.del(streamName).finally(() => process.exit(0)));
