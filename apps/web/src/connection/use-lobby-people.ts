import type { Player } from "@rejoin/protocol";
import { useEffect, useState } from "react";
import { useClient, useConnection } from "./client";

/** After so long without a letter it is asked. */
const TYPING_MS = 250;
/** People come and go. */
const AGAIN_MS = 5_000;

/**
 * Who is in the lobby, or was there lately, whose name contains this. Null until that is known; what is known stays while
 * there is no connection.
 */
export function useLobbyPeople(name: string): readonly Player[] | null {
  const client = useClient();
  const isLive = useConnection().kind === "live";
  const [people, setPeople] = useState<readonly Player[] | null>(null);
  useEffect(() => {
    if (!isLive) return;
    let stopped = false;
    const ask = async (): Promise<void> => {
      const found = await client.peopleInLobby(name);
      if (found && !stopped) setPeople(found);
    };
    const first = setTimeout(ask, name ? TYPING_MS : 0);
    const again = setInterval(ask, AGAIN_MS);
    return () => {
      stopped = true;
      clearTimeout(first);
      clearInterval(again);
    };
  }, [client, isLive, name]);
  return people;
}
