import type { CommandId } from "@rejoin/protocol";

/**
 * A command id that nobody has drawn before: 96 random bits, in base64url (RFC 4648, section 5). It is short because it goes with
 * its event to everybody, and into an index; and it has to be new only to its sender in its room.
 */
export function newCommandId(): CommandId {
  // `crypto.randomUUID` is missing on pages served over plain http from anything but localhost; this is not.
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}
