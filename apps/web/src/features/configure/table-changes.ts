import type { RoomCommand, Visibility } from "@rejoin/protocol";
import type { RoomState } from "@rejoin/rules/room";
import type { OptionValue } from "../../games/option-field";

/** What a host may choose about a table that is open already. */
export interface TableChoice {
  title: string;
  isPrivate: boolean;
  options: Readonly<Record<string, OptionValue>>;
  seats: number;
}

type Configure = Extract<RoomCommand, { type: "configure" }>;

/** What asks for the difference between a table as it is and as it is chosen; null where there is none. */
export function tableChanges(
  state: Pick<RoomState, "title" | "visibility" | "seats">,
  before: TableChoice,
  chosen: TableChoice,
): Configure | null {
  const title = chosen.title.trim();
  const visibility: Visibility = chosen.isPrivate ? "private" : "public";
  const changes = {
    ...(title && title !== state.title && { title }),
    ...(visibility !== state.visibility && { visibility }),
    ...(isOther(before.options, chosen.options) && { options: { ...chosen.options } }),
    ...(chosen.seats !== state.seats.length && { seats: chosen.seats }),
  };
  return Object.keys(changes).length > 0 ? { type: "configure", ...changes } : null;
}

function isOther(before: TableChoice["options"], after: TableChoice["options"]): boolean {
  return Object.keys(after).some((key) => after[key] !== before[key]);
}
