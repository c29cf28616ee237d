import type { RoomId } from "@rejoin/protocol";
import { type Acknowledged, eventually, type RawPlayer } from "@rejoin/testkit";

/** What came of many commands. */
export interface Flood {
  acknowledged: Acknowledged[];
  /** The ids of those whose outcome is open. */
  open: string[];
  /** Refusals that settle a command. */
  definite: unknown[];
  /** The connection is lost, and nothing more is said. */
  over: Promise<unknown>;
}

/** Gives commands on and on, so many at once, until the connection is lost. */
export function flood(player: RawPlayer, room: RoomId, name: string, atOnce: number): Flood {
  const acknowledged: Acknowledged[] = [];
  const open: string[] = [];
  const definite: unknown[] = [];
  let number = 0;
  const lost = eventually(
    "lost",
    () => player.isConnected,
    (connected) => !connected,
    60_000,
  ).then(() => null);
  const one = async () => {
    while (player.isConnected) {
      number += 1;
      const commandId = `${name}-${number}`;
      const wanted = { room, commandId, command: { type: "say", text: commandId } } as const;
      // With its connection an answer is lost for good.
      const answer = await Promise.race([player.request("room:command", wanted).catch(() => null), lost]);
      if (answer?.ok) acknowledged.push({ actor: player.id, commandId, seq: answer.seq });
      else open.push(commandId);
      if (answer && !answer.ok && !answer.refusal.retryable) definite.push(answer);
    }
  };
  return { acknowledged, open, definite, over: Promise.all(Array.from({ length: atOnce }, one)) };
}
