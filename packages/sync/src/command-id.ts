import type { CommandId } from "@rejoin/protocol";

/** A command id that nobody has drawn before: 128 random bits. */
export function newCommandId(): CommandId {
  // `crypto.randomUUID` is missing on pages served over plain http from anything but localhost; this is not.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
