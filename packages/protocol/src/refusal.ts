import * as z from "zod/mini";

/** Why something was not done. The code is for programs, the message for people. */
export const REFUSAL_CODES = [
  // who you are
  "unauthenticated",
  "forbidden-origin",
  "unsupported-version",
  "no-such-transfer",
  // what you said
  "unknown-event",
  "invalid-message",
  "too-large",
  "rate-limited",
  "too-many-rooms",
  "too-many-watchers",
  "too-many-connections",
  "command-id-reused",
  // where you said it
  "room-not-found",
  "not-joined",
  "ahead-of-log",
  "room-closed",
  // what the room says
  "unknown-game",
  "invalid-options",
  "wrong-phase",
  "table-full",
  "seat-taken",
  "no-such-seat",
  "already-seated",
  "not-seated",
  "not-host",
  "not-ready",
  "no-such-player",
  "too-many-invitations",
  "already-invited",
  "not-invited",
  "declined",
  "game-over",
  "not-your-turn",
  "illegal-move",
  "no-bots",
  "muted",
  // what the server says
  "not-found",
  "draining",
  "unavailable",
  "busy",
  "internal",
] as const;

export const refusalCode = z.enum(REFUSAL_CODES);
export type RefusalCode = z.infer<typeof refusalCode>;

export const refusal = z.object({
  code: refusalCode,
  message: z.string(),
  /** True where the same message may succeed later, with the same command id and nothing else changed. */
  retryable: z.boolean(),
  /** How long to wait before asking again, in milliseconds, where the server knows. */
  retryAfterMs: z.optional(z.number()),
});
export type Refusal = z.infer<typeof refusal>;

const RETRYABLE: ReadonlySet<RefusalCode> = new Set([
  "rate-limited",
  "too-many-connections",
  "draining",
  "unavailable",
  "busy",
  "internal",
]);

/** Builds a refusal; whether it is retryable follows from its code. */
export function refuse(code: RefusalCode, message: string, retryAfterMs?: number): Refusal {
  return {
    code,
    message,
    retryable: RETRYABLE.has(code),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}
