/**
 * What Socket.IO's tutorial comes to, with Postgres in place of SQLite: each message is inserted before it is emitted, a
 * client's own id keeps a repeated one from being stored twice, and who comes back names the last one that they have.
 * https://socket.io/docs/v4/tutorial/step-7 and https://socket.io/docs/v4/tutorial/step-8
 *
 * The pool and the named statements are as https://node-postgres.com/features/pooling and
 * https://node-postgres.com/features/queries#prepared-statements advise.
 */
import pg from "pg";
import type { ChatMessage } from "./chat-rooms.js";
import { setting } from "./listen.js";
import { socketIoServer } from "./socket-io-server.js";

const UNIQUE_VIOLATION = "23505";

const pool = new pg.Pool({ connectionString: setting("DATABASE_URL") });
await pool.query(`
  CREATE TABLE IF NOT EXISTS messages (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    client_offset text UNIQUE,
    room text NOT NULL,
    author text NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    content text NOT NULL
  );
  CREATE INDEX IF NOT EXISTS messages_of_a_room ON messages (room, id)`);

const insert = {
  name: "insert",
  text: `INSERT INTO messages (client_offset, room, author, content) VALUES ($1, $2, $3, $4)
    RETURNING id::float8 AS id, extract(epoch FROM at)::float8 * 1000 AS at`,
};
const missed = {
  name: "missed",
  text: `SELECT id::float8 AS id, room, author, extract(epoch FROM at)::float8 * 1000 AS at, content AS text
    FROM messages WHERE room = $1 AND id > $2 ORDER BY id`,
};

const { io, listen } = socketIoServer({ connectionStateRecovery: {} });

io.on("connection", (socket) => {
  socket.on("join", async (room: string, name: string, serverOffset: number, done: () => void) => {
    socket.data.name = name;
    await socket.join(room);
    done();
    const { rows } = await pool.query<ChatMessage>({ ...missed, values: [room, serverOffset] });
    for (const message of rows) socket.emit("said", message);
  });

  socket.on("say", async (room: string, text: string, clientOffset: string, done: () => void) => {
    const author: string = socket.data.name;
    try {
      const { rows } = await pool.query<Pick<ChatMessage, "id" | "at">>({
        ...insert,
        values: [clientOffset, room, author, text],
      });
      io.to(room).emit("said", { room, author, text, ...rows[0] });
    } catch (error) {
      // Said before: it is there. After anything else the client asks again.
      if ((error as { code?: string }).code !== UNIQUE_VIOLATION) return;
    }
    done();
  });
});

listen();
