import type { Contender } from "./contender.js";

/** Whom ratios are taken to. */
export const BASELINE = "socket.io";
export const REJOIN = "rejoin";

/** Who might be looked for here, and why they are not. */
export const notCompared: readonly string[] = [
  "boardgame.io is not compared: it answers no command, and tells of a move by sending the game's state, so it would be measured",
  "by how large a state one chooses. Its chat is kept by clients only.",
];

export const allContenders: readonly Contender[] = [
  {
    name: BASELINE,
    says: "plain Socket.IO, with its defaults",
    program: { source: "socket-io.ts" },
    speaks: "chat",
    needs: [],
    settings: {},
    recovers: false,
    afterAnAbsence: "lost",
  },
  {
    name: "recovery",
    says: "Socket.IO with connection state recovery in memory",
    program: { source: "recovery.ts" },
    speaks: "chat",
    needs: [],
    settings: {},
    recovers: true,
    afterAnAbsence: "sent again within two minutes; lost when the process ends",
  },
  {
    name: "insert-then-emit",
    says: "Socket.IO's tutorial on Postgres: insert, then emit",
    program: { source: "insert-then-emit.ts" },
    speaks: "identified-chat",
    needs: ["postgres"],
    settings: {},
    recovers: true,
    afterAnAbsence: "read from the table",
  },
  {
    name: "redis-streams",
    says: "Socket.IO with the Redis Streams adapter and recovery",
    program: { source: "redis-streams.ts" },
    speaks: "chat",
    needs: ["redis"],
    settings: {},
    recovers: true,
    afterAnAbsence: "sent again within two minutes, as far as the stream reaches back",
  },
  {
    name: "colyseus",
    says: "Colyseus, broadcasting the same messages",
    program: { source: "colyseus.ts" },
    speaks: "colyseus",
    needs: [],
    settings: {},
    recovers: false,
    afterAnAbsence: "lost: a room's state comes back, its messages do not",
  },
  {
    name: "ws-alone",
    says: "no contender but a floor: WebSockets with nothing around them",
    program: { source: "ws-alone.ts" },
    speaks: "chat",
    needs: [],
    settings: {},
    recovers: false,
    afterAnAbsence: "lost",
  },
  {
    name: REJOIN,
    says: "Rejoin as it ships",
    program: { built: "apps/server/dist/main.js" },
    speaks: "rejoin",
    needs: ["postgres"],
    settings: {
      // A load generator says more in a second than a person's device ever would.
      COMMANDS_PER_SECOND: "1000000",
    },
    recovers: true,
    afterAnAbsence: "read from the log",
  },
];

/** Those whom a quick run has: whom most would otherwise pick. */
export const quickContenders: readonly string[] = allContenders
  .map(({ name }) => name)
  .filter((name) => name !== "redis-streams" && name !== "ws-alone");
