import { randomInt, randomUUID } from "node:crypto";
import { CODE_ALPHABET, CODE_LENGTH, type RoomId } from "@rejoin/protocol";

/** What is drawn for a new room, as a port: a simulation draws from its seed. */
export interface RoomDraws {
  id(): RoomId;
  epoch(): string;
  code(): string;
}

/** The system's own randomness: a code opens a private room, so nobody may work out the next one. */
export const secureDraws: RoomDraws = {
  id: () => randomUUID(),
  epoch: () => randomUUID().slice(0, 8),
  code: () =>
    Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join(""),
};
