import { useEffect, useRef } from "react";
import { soundIfWanted } from "../../sounds/sound-if-wanted";

/** Is heard when it becomes your turn; not where it was already when the page was opened. */
export function useTurnSound(yourTurn: boolean): void {
  const before = useRef(yourTurn);
  useEffect(() => {
    if (yourTurn && !before.current) void soundIfWanted("your-turn");
    before.current = yourTurn;
  }, [yourTurn]);
}
