import type { LobbyView } from "@rejoin/sync";
import { useEffect } from "react";
import { useClient } from "./client";
import { useObservable } from "./use-observable";

/** Hears the lobby while the caller is on the page. */
export function useLobby(): LobbyView {
  const client = useClient();
  useEffect(() => client.openLobby(), [client]);
  return useObservable(client.lobby);
}
