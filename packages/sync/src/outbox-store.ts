import type { CommandId, Refusal, RoomCommand } from "@rejoin/protocol";

/** A command as it is kept until its outcome is known, and its giver told. */
export interface KeptCommand {
  commandId: CommandId;
  /** The room's id or code, as the room was opened. */
  room: string;
  command: RoomCommand;
  /** The page that it was given on, by a name that no other page has. */
  page: string;
  /** When it was given, in milliseconds since 1970. */
  givenAt: number;
  /** Rises from one command to the next, over all lives of a page: the order in which they are asked. */
  place: number;
  /** It was refused, and its giver may not know yet. It must not be asked again: by now it might be accepted. */
  refusal?: Refusal;
}

/** What a tab finds when it claims. */
export interface Claim {
  /** All that is this tab's now, by `place`. */
  share: KeptCommand[];
  /** What other living tabs hold of the same player's at that moment, in any order. */
  elsewhere: KeptCommand[];
}

/**
 * Where commands outlive the page that they were given on, as a port: one tab's share of what one player's tabs keep. The
 * shares of tabs that are gone belong to whoever claims first, so that no command is in two living tabs at once.
 *
 * Anything may reject, where storage is missing, full or broken.
 */
export interface OutboxStore {
  /** Takes hold of this tab's share and of what tabs that are gone have left. */
  claim(): Promise<Claim>;
  /** Keeps a command. Resolves once it would survive the end of the page. */
  put(command: KeptCommand): Promise<void>;
  /**
   * Keeps that a command of this tab's was refused. Resolves with false, and changes nothing, where it is not this tab's any
   * more: whoever took it over, not knowing of the refusal, may have asked again, and been accepted.
   */
  refuse(commandId: CommandId, refusal: Refusal): Promise<boolean>;
  remove(commandId: CommandId): Promise<void>;
  /** Lets go of the share without emptying it: the page may not come back. Does its work before it returns. */
  release(): void;
}

/** The commands that all outboxes of one page keep at most, and their size as JSON, in characters. */
export const MOST_KEPT = 500;
export const MOST_KEPT_CHARACTERS = 256 * 1024;

/**
 * A command that has waited for longer is not asked any more, but given back: who left a day ago does not expect it to be
 * done behind their back, and a server need not remember its id for ever.
 */
export const KEPT_FOR_MS = 24 * 3_600_000;
