import type { RecordOf } from "../history/record.js";

/** What somebody was told of a command: on the wire, or in the end. */
export type Told = RecordOf<"answered"> | RecordOf<"settled">;

/** One command of a player, as it went. */
export interface Command {
  player: string;
  id: string;
  given: RecordOf<"given"> | null;
  firstAsked: RecordOf<"asked"> | null;
  asked: number;
  answered: number;
  /** The first of each number that it was told. */
  oks: Told[];
  /** Those that settle it. */
  refusals: Told[];
  isSettled: boolean;
  /**
   * Whether another page than the one that it was given on had a last answer. Where that page does not show the room, nobody
   * is told, and this is all that is seen of its end.
   */
  isAnsweredToHeir: boolean;
}

/** The number in an acknowledgement; undefined for a refusal. */
export function numberIn({ outcome }: Told): number | undefined {
  return outcome.ok ? outcome.seq : undefined;
}
