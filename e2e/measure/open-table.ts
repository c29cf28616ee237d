import { randomUUID } from "node:crypto";
import type { RoomCommand, RoomId } from "@rejoin/protocol";
import { RawPlayer } from "@rejoin/testkit";

/** A table with a game that is on, and its two players, who do not use a browser. */
export interface OpenTable extends Disposable {
  room: RoomId;
  code: string;
  host: RawPlayer;
  guest: RawPlayer;
  /** The number of the last event that they made by talking; 0 before. */
  head: number;
}

/** How many messages are under way at a time. */
const AT_ONCE = 100;

/** Opens a public table of Connect Four, seats two, and begins. */
export async function openTable(url: string): Promise<OpenTable> {
  const [host, guest] = [await RawPlayer.connect(url, "Ada"), await RawPlayer.connect(url, "Ben")];
  const about = { title: "An evening of Connect Four", game: "connect-four", visibility: "public" } as const;
  const opened = await host.request("room:create", { commandId: randomUUID(), ...about });
  if (!opened.ok) throw new Error(`no table: ${opened.refusal.message}`);
  const { room, code } = opened;
  for (const [seat, player] of [host, guest].entries()) {
    await player.request("room:join", { room });
    await command(player, room, { type: "take-seat", seat });
    await command(player, room, { type: "ready", ready: true });
  }
  const dispose = (): void => {
    host.disconnect();
    guest.disconnect();
  };
  return { room, code, host, guest, head: 0, [Symbol.dispose]: dispose };
}

/** Both players talk in turn. @param count how many messages */
export async function talk(table: OpenTable, count: number): Promise<void> {
  const { room, host, guest } = table;
  for (let said = 0; said < count; said += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - said) }, (_, index) => said + index);
    const seqs = await Promise.all(
      numbers.map((number) => command(number % 2 ? guest : host, room, { type: "say", text: words(number) })),
    );
    table.head = Math.max(table.head, ...seqs);
    // What they hear is of no interest here, and a lot.
    for (const { heard } of [host, guest]) heard.length = 0;
  }
}

/** @returns the number of its event */
async function command(player: RawPlayer, room: RoomId, wanted: RoomCommand): Promise<number> {
  const answer = await player.request("room:command", { room, commandId: randomUUID(), command: wanted });
  if (!answer.ok) throw new Error(`${wanted.type} was refused: ${answer.refusal.message}`);
  return answer.seq;
}

const SAYINGS = [
  "Well played",
  "I did not see that coming, and I should have",
  "One more after this?",
  "The left column is a trap. It has been a trap since the second move, and you know it",
  "Ha",
  "Wait, my train is about to go into the tunnel, I will be back",
];

function words(number: number): string {
  return `${SAYINGS[number % SAYINGS.length]} (${number + 1})`;
}
