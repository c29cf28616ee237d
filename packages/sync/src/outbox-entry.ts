import { type Refusal, refuse } from "@rejoin/protocol";
import type { KeptCommand } from "./outbox-store.js";
import type { CommandOutcome, PendingCommand } from "./views.js";

/** A command of an outbox. */
export interface Entry {
  pending: PendingCommand;
  /** The page that it was given on, and its place there. */
  page: string;
  place: number;
  /** Null where the page that it was given on is gone. */
  settle: ((outcome: CommandOutcome) => void) | null;
  /** Whether the server may have heard of it. */
  asked: boolean;
  /** It is kept, or cannot be: it may be asked. */
  isReady: boolean;
}

/** A command of a page that is gone. Whether it was asked there is not known, so it may have been. */
export function adopted({ commandId, command, page, givenAt, place }: KeptCommand): Entry {
  const status = { kind: "waiting" } as const;
  const pending = { commandId, command, givenAt, status, isKept: true };
  return { pending, page, place, settle: null, asked: true, isReady: true };
}

/** How far it has come. */
export function mark(entry: Entry, status: PendingCommand["status"]): void {
  entry.pending = { ...entry.pending, status };
}

/** Why a command is given back that nobody got an answer for in all that time. */
export function tooOld(): Refusal {
  const message = "It waited for more than a day; look whether it is there already.";
  return { ...refuse("unavailable", message), retryable: false };
}
