import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Player, PlayerId } from "@rejoin/protocol";
import type { PrismaClient } from "../database/generated/client.js";
import { unavailable } from "../log/unavailable.js";
import { friendlyName, randomAvatar } from "./friendly-name.js";

/** How long a session lives without being renewed. */
export const SESSION_DAYS = 365;
const DAY_MS = 86_400_000;
/** A token that was replaced still works for a moment, for the other tabs of the same browser. */
const ROTATION_GRACE_MS = 60_000;

/** A player with the secret by which their browser speaks for them. The token is 256 random bits, in base64url; only its hash is stored. */
export interface OpenedSession {
  player: Player;
  token: string;
}

/** Who hears of players and sessions. */
export interface SessionPorts {
  /** Called with every player whose name or avatar has changed. */
  changed: (player: Player) => void;
  /** Called with the key of every session that was ended, when it is. */
  ended: (session: string) => void;
}

/** Who is who: players, and the sessions by which browsers speak for them. Rejects with `LogUnavailable`. */
export class Sessions {
  readonly #prisma: PrismaClient;
  readonly #ports: SessionPorts;

  constructor(prisma: PrismaClient, ports: SessionPorts) {
    this.#prisma = prisma;
    this.#ports = ports;
  }

  /** Makes a player, with a friendly name where none is given. */
  async open(name: string | undefined): Promise<OpenedSession> {
    const player: Player = { id: randomUUID(), name: name ?? friendlyName(), avatar: randomAvatar() };
    const token = newToken();
    await unavailable(() =>
      this.#prisma.player.create({ data: { ...player, sessions: { create: sessionRow(token) } } }),
    );
    return { player, token };
  }

  /** The player whom a token speaks for, or null. */
  async find(token: string): Promise<Player | null> {
    const found = await unavailable(() =>
      this.#prisma.session.findFirst({
        where: { tokenHash: sessionKey(token), expiresAt: { gt: new Date() } },
        select: { player: { select: { id: true, name: true, avatar: true } } },
      }),
    );
    return found?.player ?? null;
  }

  /** Gives the same player a new token; the old one ends a minute later. */
  async rotate(player: PlayerId, oldToken: string): Promise<string> {
    const token = newToken();
    const expiresAt = new Date(Date.now() + ROTATION_GRACE_MS);
    await unavailable(() =>
      this.#prisma.$transaction([
        this.#prisma.session.create({ data: { ...sessionRow(token), playerId: player } }),
        // Rotated again within its last minute it does not get another one.
        this.#prisma.session.updateMany({
          where: { tokenHash: sessionKey(oldToken), expiresAt: { gt: expiresAt } },
          data: { expiresAt },
        }),
      ]),
    );
    return token;
  }

  async change(
    player: PlayerId,
    changes: { name?: string | undefined; avatar?: string | undefined },
  ): Promise<Player> {
    const data = {
      ...(changes.name && { name: changes.name }),
      ...(changes.avatar && { avatar: changes.avatar }),
      updatedAt: new Date(),
    };
    const changed = await unavailable(() =>
      this.#prisma.player.update({
        where: { id: player },
        data,
        select: { id: true, name: true, avatar: true },
      }),
    );
    this.#ports.changed(changed);
    return changed;
  }

  async exists(player: PlayerId): Promise<boolean> {
    return (await unavailable(() => this.#prisma.player.count({ where: { id: player } }))) > 0;
  }

  /** Ends the session of a token. The player stays, with their seats and their history. */
  async revoke(token: string): Promise<void> {
    const session = sessionKey(token);
    await unavailable(() => this.#prisma.session.deleteMany({ where: { tokenHash: session } }));
    this.#ports.ended(session);
  }
}

function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Names the session of a token to the server's other parts: its hash, which is no secret that opens anything. */
export function sessionKey(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function sessionRow(token: string): { tokenHash: string; expiresAt: Date } {
  return { tokenHash: sessionKey(token), expiresAt: new Date(Date.now() + SESSION_DAYS * DAY_MS) };
}
