import { createHash, randomBytes, randomInt } from "node:crypto";
import {
  CODE_ALPHABET,
  type Player,
  type PlayerId,
  type Refusal,
  refuse,
  TRANSFER_CODE_LENGTH,
  type TransferAnswer,
} from "@rejoin/protocol";
import type { PrismaClient } from "../database/generated/client.js";
import { unavailable } from "../log/unavailable.js";
import type { OpenedSession, Sessions } from "./sessions.js";

/** Long enough to walk to the other device, and short enough that a photograph of the screen is worth nothing later. */
const GOOD_FOR_MS = 5 * 60_000;
/** How long it is remembered why a transfer is over. */
const REMEMBERED_MS = 86_400_000;
const LINK_BYTES = 16;

export type Redeemed = { ok: true; opened: OpenedSession } | { ok: false; refusal: Refusal };

/** Lets one more browser speak for a player: an offer made on one device, taken up on another. Rejects with `LogUnavailable`. */
export class Transfers {
  readonly #prisma: PrismaClient;
  readonly #sessions: Sessions;

  constructor(prisma: PrismaClient, sessions: Sessions) {
    this.#prisma = prisma;
    this.#sessions = sessions;
  }

  /** Makes an offer. What the player offered before is worth nothing from then on. */
  async offer(player: PlayerId): Promise<TransferAnswer> {
    const link = randomBytes(LINK_BYTES).toString("base64url");
    const code = newCode();
    const expiresAt = new Date(Date.now() + GOOD_FOR_MS);
    const past = new Date(Date.now() - REMEMBERED_MS);
    const { sessionTransfer } = this.#prisma;
    await unavailable(() =>
      this.#prisma.$transaction([
        sessionTransfer.deleteMany({ where: { OR: [{ expiresAt: { lt: past } }, { playerId: player }] } }),
        sessionTransfer.create({
          data: { linkHash: hashOf(link), codeHash: hashOf(code), playerId: player, expiresAt },
        }),
      ]),
    );
    return { link, code, expiresAt: expiresAt.getTime() };
  }

  /**
   * Takes up an offer, once.
   *
   * @param key the secret of the link, or the short code
   * @param as who the browser speaks for so far, if anybody
   * @param label what the new device is known by
   */
  async redeem(key: string, as: Player | null, label: string): Promise<Redeemed> {
    const hash = hashOf(key);
    const found = await unavailable(() =>
      this.#prisma.sessionTransfer.findFirst({ where: { OR: [{ linkHash: hash }, { codeHash: hash }] } }),
    );
    if (!found) return refused("There is no such code. Check it, or make a new one.");
    if (found.playerId === as?.id) return refused("This browser already speaks for that player.");
    if (found.expiresAt.getTime() <= Date.now())
      return refused("The code has expired. Make a new one on your other device.");
    // Of many who come with the same secret at once, one finds it unused.
    const taken = await unavailable(() =>
      this.#prisma.sessionTransfer.updateMany({
        where: { linkHash: found.linkHash, usedAt: null },
        data: { usedAt: new Date() },
      }),
    );
    if (taken.count === 0) return refused("The code was used already. Make a new one on your other device.");
    return { ok: true, opened: await this.#sessions.openFor(found.playerId, label) };
  }
}

function refused(why: string): Redeemed {
  return { ok: false, refusal: refuse("no-such-transfer", why) };
}

function newCode(): string {
  const letters = Array.from(
    { length: TRANSFER_CODE_LENGTH },
    () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)],
  );
  return letters.join("");
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
