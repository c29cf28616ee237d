import type { Invitation } from "@rejoin/protocol";
import { useEffect, useMemo } from "react";
import { hiddenPlayers } from "../settings/settings";
import { useSetting } from "../settings/use-setting";
import { useClient } from "./client";
import { useObservable } from "./use-observable";

/** What this person is invited to, the newest first. Whom they have hidden does not disturb them. */
export function useInvitations(): readonly Invitation[] {
  const client = useClient();
  useEffect(() => client.openInvitations(), [client]);
  const invitations = useObservable(client.invitations);
  const [hidden] = useSetting(hiddenPlayers);
  return useMemo(() => invitations.filter(({ by }) => !hidden.includes(by.id)), [invitations, hidden]);
}
