import type { Player } from "@rejoin/protocol";
import { useEffect, useState } from "react";
import { knownPlayer } from "../../connection/session-calls";

/** Who this browser is: undefined until it is known, null where it is nobody yet. */
export function useKnownPlayer(): Player | null | undefined {
  const [player, setPlayer] = useState<Player | null>();
  useEffect(() => {
    let isOver = false;
    void knownPlayer().then((found) => isOver || setPlayer(found));
    return () => {
      isOver = true;
    };
  }, []);
  return player;
}
