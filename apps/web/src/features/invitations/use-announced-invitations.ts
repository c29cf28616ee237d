import type { Invitation } from "@rejoin/protocol";
import { useEffect, useRef } from "react";
import { laterTexts } from "../../texts/later-texts";
import { announce } from "../../ui/announcer";

/** Reads each new invitation out. */
export function useAnnouncedInvitations(invitations: readonly Invitation[]): void {
  const known = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    for (const { room, by, title } of invitations)
      if (!known.current.has(room)) announce(laterTexts.invitations.announced(by.name, title));
    known.current = new Set(invitations.map(({ room }) => room));
  }, [invitations]);
}
