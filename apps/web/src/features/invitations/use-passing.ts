import type { Invitation } from "@rejoin/protocol";
import { useEffect, useState } from "react";

/** Long enough to be read and pressed in the middle of a game. */
const SHOWN_MS = 15_000;

/** Those of these invitations that have been known for a short while only. */
export function usePassing(invitations: readonly Invitation[]): readonly Invitation[] {
  const [passed, setPassed] = useState<ReadonlySet<Invitation["room"]>>(new Set());
  useEffect(() => {
    const timer = setTimeout(() => setPassed(new Set(invitations.map(({ room }) => room))), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [invitations]);
  return invitations.filter(({ room }) => !passed.has(room));
}
