import { storedSetting } from "./stored-setting";

/** Whether rude words are masked where others' words are shown. */
export const masksWords = storedSetting("rejoin:mask-words", (kept) => kept !== false);

/** Whether the page makes itself heard. */
export const sounds = storedSetting("rejoin:sounds", (kept) => kept === true);

/** Whether single keys do something wherever one does not type. */
export const shortcuts = storedSetting("rejoin:shortcuts", (kept) => kept !== false);

/** The players whose messages are not shown here, by id, the last ones at the end. */
export const hiddenPlayers = storedSetting("rejoin:hidden-players", (kept): readonly string[] =>
  Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [],
);
