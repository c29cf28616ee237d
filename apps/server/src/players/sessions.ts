import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Player, PlayerId } from "@rejoin/protocol";
import type { PrismaClient } from "../database/generated/client.js";
import { lookUpTogether } from "../database/look-up-together.js";
import { unavailable } from "../log/unavailable.js";
import { friendlyName, randomAvatar } from "./friendly-name.js";

/** How long a session lives without being renewed. */
export const SESSION_DAYS = 365;
const DAY_MS = 86_400_000;
/** When a session was used is noted at most so often. */
const USED_NOTE_MS = 15 * 60_000;
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
  readonly #lookUp: (session: string) => Promise<FoundSession | null>;
  /** How often a player was changed here. */
  #changes = 0;

  constructor(prisma: PrismaClient, ports: SessionPorts) {
    this.#prisma = prisma;
    this.#ports = ports;
    this.#lookUp = lookUpTogether(
      (keys) => this.#findAll(keys),
      (key) => key,
    );
  }

  /** Makes a player, with a friendly name where none is given. @param label what the device is known by */
  async open(name: string | undefined, label: string): Promise<OpenedSession> {
    const player: Player = { id: randomUUID(), name: name ?? friendlyName(), avatar: randomAvatar() };
    const token = newToken();
    await unavailable(() =>
      this.#prisma.player.create({
        data: { ...player, sessions: { create: { ...sessionRow(token), label } } },
      }),
    );
    return { player, token };
  }

  /** Lets one more device speak for a player who is there already. @param label what it is known by */
  async openFor(playerId: PlayerId, label: string): Promise<OpenedSession> {
    const token = newToken();
    const { player } = await unavailable(() =>
      this.#prisma.session.create({
        data: { ...sessionRow(token), playerId, label },
        select: { player: { select: { id: true, name: true, avatar: true } } },
      }),
    );
    return { player, token };
  }

  /** The player whom a token speaks for, or null. */
  async find(token: string): Promise<Player | null> {
    const found = await unavailable(() => this.#lookUp(sessionKey(token)));
    if (!found) return null;
    const { usedAt, id, name, avatar } = found;
    if (usedAt.getTime() < Date.now() - USED_NOTE_MS) await this.#noteUse(token);
    return { id, name, avatar };
  }

  async #findAll(sessions: readonly string[]): Promise<Map<string, FoundSession>> {
    const found = await this.#prisma.$queryRaw<FoundSession[]>`
      SELECT s.token_hash AS session, s.used_at AS "usedAt", p.id::text, p.name, p.avatar
      FROM session s JOIN player p ON p.id = s.player_id
      WHERE s.token_hash = ANY(${sessions}::text[]) AND s.expires_at > ${new Date()} AND s.ended_at IS NULL`;
    return new Map(found.map((one) => [one.session, one]));
  }

  /** Gives the same player a new token; the old one ends a minute later. */
  async rotate(player: PlayerId, oldToken: string): Promise<string> {
    const token = newToken();
    const expiresAt = new Date(Date.now() + ROTATION_GRACE_MS);
    const device = await unavailable(() =>
      this.#prisma.session.findUnique({
        where: { tokenHash: sessionKey(oldToken) },
        select: { deviceId: true, label: true, createdAt: true },
      }),
    );
    await unavailable(() =>
      this.#prisma.$transaction([
        this.#prisma.session.create({ data: { ...sessionRow(token), playerId: player, ...device } }),
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
    // The time is the database's: other servers look for what changed lately.
    const [changed] = await unavailable(
      () => this.#prisma.$queryRaw<Player[]>`
        UPDATE player SET updated_at = clock_timestamp(),
          name = coalesce(${changes.name || null}, name), avatar = coalesce(${changes.avatar || null}, avatar)
        WHERE id = ${player}::uuid RETURNING id::text, name, avatar`,
    );
    if (!changed) throw new Error(`there is no player ${player}`);
    this.#changes += 1;
    this.#ports.changed(changed);
    return changed;
  }

  async #noteUse(token: string): Promise<void> {
    const where = { tokenHash: sessionKey(token) };
    const noted = this.#prisma.session.updateMany({ where, data: { usedAt: new Date() } });
    // A database that takes nothing just now still knows who somebody is.
    await noted.catch(() => {});
  }

  async exists(player: PlayerId): Promise<boolean> {
    return (await unavailable(() => this.#prisma.player.count({ where: { id: player } }))) > 0;
  }

  /** Ends the session of a token. The player stays, with their seats and their history. */
  async revoke(token: string): Promise<void> {
    const session = sessionKey(token);
    // Kept for a while, so that other servers find out.
    await unavailable(
      () => this.#prisma.$executeRaw`
        UPDATE session SET ended_at = clock_timestamp(), expires_at = least(expires_at, clock_timestamp())
        WHERE token_hash = ${session} AND ended_at IS NULL`,
    );
    this.#ports.ended(session);
  }

  /** The sessions that were ended on any server so lately (in milliseconds), by their keys. */
  async endedWithin(ms: number): Promise<readonly string[]> {
    const found = await unavailable(
      () => this.#prisma.$queryRaw<{ session: string }[]>`
        SELECT token_hash AS session FROM session WHERE ended_at > now() - ${ms}::float8 * interval '1 ms'`,
    );
    return found.map(({ session }) => session);
  }

  /** The players who changed their name or avatar on any server so lately (in milliseconds), as they are now. */
  async changedWithin(ms: number): Promise<readonly Player[]> {
    const changes = this.#changes;
    const found = await unavailable(
      () => this.#prisma.$queryRaw<Player[]>`
        SELECT id::text, name, avatar FROM player
        WHERE updated_at > now() - ${ms}::float8 * interval '1 ms' AND updated_at > created_at`,
    );
    // What changed here meanwhile is newer than what was found.
    return changes === this.#changes ? found : [];
  }
}

/** A session that is valid, with its player. */
interface FoundSession extends Player {
  /** Its key. */
  session: string;
  usedAt: Date;
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
