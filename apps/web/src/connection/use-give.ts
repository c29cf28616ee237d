import type { Refusal, RoomCommand } from "@rejoin/protocol";
import { decide } from "@rejoin/rules/room";
import { useCallback } from "react";
import { type Room, useRoom } from "./room";
import { tellRefused } from "./tell-refused";

/** Gives a command; a refusal is told, and a text given back. @returns whether it was accepted */
export function useGive(): (command: RoomCommand) => Promise<boolean> {
  const { send, state } = useRoom();
  const { code } = state;
  return useCallback(
    async (command) => {
      const outcome = await send(command);
      if (!outcome.ok) tellRefused(code, command, outcome.refusal);
      return outcome.ok;
    },
    [send, code],
  );
}

/** Whether the room, as it is held, would accept a command of yours now. Nothing can be done in the past. */
export function wouldAccept(room: Room, command: RoomCommand): boolean {
  return room.moment.kind === "now" && refusalNow(room, command) === null;
}

/** Why the room, as it is held, would refuse a command of yours; null where it would not. Asks the rules themselves. */
export function refusalNow({ state, me }: Room, command: RoomCommand): Refusal | null {
  const person = { name: me.name, avatar: me.avatar };
  const context = {
    actor: { kind: "player", id: me.id, person },
    now: Date.now(),
    random: Math.random,
  } as const;
  const decision = decide(state, command, context);
  return decision.ok ? null : decision.refusal;
}

/** Whether a command of this type is on its way. */
export function isUnderway({ view }: Room, type: RoomCommand["type"]): boolean {
  return view.pending.some(({ command }) => command.type === type);
}
