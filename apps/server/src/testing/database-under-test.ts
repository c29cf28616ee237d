import { randomUUID } from "node:crypto";
import type { PlayerId, RoomId } from "@rejoin/protocol";
import type { PrismaClient } from "../database/generated/client.js";
import { createPrismaClient } from "../database/prisma.js";
import { createTestDatabase } from "./test-database.js";

/** A database of its own for one test file, with the client that servers use. */
export interface DatabaseUnderTest extends AsyncDisposable {
  url: string;
  prisma: PrismaClient;
  /** Connects once more, as another server would. */
  connect(): PrismaClient;
  createPlayer(name?: string): Promise<PlayerId>;
  /** Takes the log of a room back to an earlier number, as restoring an old copy does. */
  rewind(room: RoomId, head: number): Promise<void>;
}

export async function openDatabase(): Promise<DatabaseUnderTest> {
  const database = await createTestDatabase();
  const clients: PrismaClient[] = [];
  const connect = () => {
    const client = createPrismaClient({ url: database.url, poolSize: 8, onError: () => undefined });
    clients.push(client);
    return client;
  };
  const prisma = connect();
  return {
    url: database.url,
    prisma,
    connect,
    async createPlayer(name = "Ada") {
      const id = randomUUID();
      await prisma.player.create({ data: { id, name, avatar: "ada" } });
      return id;
    },
    async rewind(room, head) {
      await prisma.$transaction([
        prisma.roomEvent.deleteMany({ where: { roomId: room, seq: { gt: head } } }),
        prisma.room.update({ where: { id: room }, data: { head } }),
      ]);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(clients.map((client) => client.$disconnect()));
      await database[Symbol.asyncDispose]();
    },
  };
}
