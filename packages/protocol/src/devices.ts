import * as z from "zod/mini";
import { CODE_ALPHABET } from "./ids.js";
import { player } from "./person.js";

/** The letters of the short form of a transfer. */
export const TRANSFER_CODE_LENGTH = 8;
const TYPED = new RegExp(`^[${CODE_ALPHABET}]{${TRANSFER_CODE_LENGTH}}$`);
const LINKED = /^[A-Za-z0-9_-]{22}$/;

/**
 * What takes up a transfer: the secret of its link, 128 random bits in base64url, or its short code as people type it, in
 * either case and with spaces or hyphens. The two cannot be confused: their lengths differ.
 */
const transferKey = z.union(
  [
    z.string().check(z.regex(LINKED)),
    z.pipe(
      z.pipe(
        z.string().check(z.maxLength(TRANSFER_CODE_LENGTH * 3)),
        z.transform((text: string) => text.replace(/[\s-]/g, "").toUpperCase()),
      ),
      z.string().check(z.regex(TYPED)),
    ),
  ],
  { error: `must be a code of ${TRANSFER_CODE_LENGTH} letters and digits, or the end of a link` },
);

/** An offer to speak for a player from one more browser. `link` is for a link or a QR code, `code` to be typed. */
export const transferAnswer = z.object({
  link: z.string(),
  code: z.string(),
  /** In milliseconds since 1970. */
  expiresAt: z.number(),
});
export type TransferAnswer = z.infer<typeof transferAnswer>;

export const redeemTransfer = z.strictObject({ transfer: transferKey });
export const redeemAnswer = z.object({ player });

/** A browser that speaks for a player. Times are in milliseconds since 1970. */
export const device = z.object({
  id: z.uuid(),
  /** Such as "Firefox, Android"; empty where it did not say. */
  label: z.string(),
  createdAt: z.number(),
  /** To a quarter of an hour. */
  usedAt: z.number(),
  /** Whether it is the one that asks. */
  isThis: z.boolean(),
});
export type Device = z.infer<typeof device>;

export const devicesAnswer = z.object({ devices: z.array(device) });
