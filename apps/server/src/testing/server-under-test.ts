import { randomUUID } from "node:crypto";
import type { Acknowledgement, ClientMessageName, ClientPayload, Cursor, RoomId } from "@rejoin/protocol";
import { RawPlayer } from "@rejoin/testkit";
import { pino } from "pino";
import { loadConfig } from "../config.js";
import { createServer } from "../server.js";
import { type DatabaseUnderTest, openDatabase } from "./database-under-test.js";

/** A real server on a real socket and a real database, in this process. */
export interface ServerUnderTest extends AsyncDisposable {
  url: string;
  database: DatabaseUnderTest;
  /** Somebody who is connected; they are disconnected with the server. */
  player(name?: string): Promise<RawPlayer>;
}

/**
 * @param settings laid over settings that suit tests, by their names in the environment
 * @param beside a server whose database this one shares, over connections of its own
 */
export async function startServer(
  settings: Record<string, string> = {},
  beside?: ServerUnderTest,
): Promise<ServerUnderTest> {
  const database = beside?.database ?? (await openDatabase());
  const prisma = beside ? database.connect() : database.prisma;
  const config = loadConfig({ PORT: "0", COUNTDOWN_MS: "0", COMMANDS_PER_SECOND: "100000", ...settings });
  const server = await createServer(config, prisma, pino({ level: "silent" }));
  const url = await server.listen();
  const players: RawPlayer[] = [];
  return {
    url,
    database,
    async player(name) {
      const player = await RawPlayer.connect(url, name);
      players.push(player);
      return player;
    },
    async [Symbol.asyncDispose]() {
      for (const player of players) player.disconnect();
      await server.close();
      if (!beside) await database[Symbol.asyncDispose]();
    },
  };
}

type Accepted<Name extends ClientMessageName> = Extract<Acknowledgement<Name>, { ok: true }>;

/** Says something that must be accepted. @throws with the refusal where it is not */
export async function ask<Name extends ClientMessageName>(
  player: RawPlayer,
  name: Name,
  payload: ClientPayload<Name>,
): Promise<Accepted<Name>> {
  const answer = await player.request(name, payload);
  if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  return answer as Accepted<Name>;
}

export function createRoom(
  player: RawPlayer,
  wanted: Partial<ClientPayload<"room:create">> = {},
): Promise<{ room: RoomId; code: string }> {
  return ask(player, "room:create", {
    commandId: randomUUID(),
    title: "A table",
    game: "tic-tac-toe",
    visibility: "public",
    ...wanted,
  });
}

export function join(player: RawPlayer, room: string, after?: Cursor) {
  return ask(player, "room:join", { room, ...(after && { after }) });
}

type Command = ClientPayload<"room:command">["command"];

/** Gives a command that must be accepted. @returns its number */
export async function command(
  player: RawPlayer,
  room: RoomId,
  wanted: Command,
  commandId: string = randomUUID(),
): Promise<number> {
  return (await ask(player, "room:command", { room, commandId, command: wanted })).seq;
}

/** Gives a command, and tells what came of it: `"ok"`, or the code of the refusal. */
export async function outcome(player: RawPlayer, room: RoomId, wanted: unknown): Promise<string> {
  return codeOf(await player.say("room:command", { room, commandId: randomUUID(), command: wanted }));
}

/** What an answer says: `"ok"`, or the code of the refusal. */
export function codeOf(answer: unknown): string {
  const { ok, refusal } = answer as { ok?: boolean; refusal?: { code: string } };
  return ok === true ? "ok" : (refusal?.code ?? `no answer: ${JSON.stringify(answer)}`);
}

/** Says so many words, many at a time. */
export async function talk(player: RawPlayer, room: RoomId, words: number): Promise<void> {
  await Promise.all(
    Array.from({ length: words }, (_, number) =>
      command(player, room, { type: "say", text: `word ${number}` }),
    ),
  );
}
