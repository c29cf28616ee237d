import type { Device, PlayerId } from "@rejoin/protocol";
import type { PrismaClient } from "../database/generated/client.js";
import { unavailable } from "../log/unavailable.js";
import { type SessionPorts, sessionKey } from "./sessions.js";

interface DeviceRow extends Omit<Device, "createdAt" | "usedAt"> {
  createdAt: Date;
  usedAt: Date;
}

/** The browsers that speak for a player. Rejects with `LogUnavailable`. */
export class Devices {
  readonly #prisma: PrismaClient;
  readonly #ended: SessionPorts["ended"];

  constructor(prisma: PrismaClient, { ended }: Pick<SessionPorts, "ended">) {
    this.#prisma = prisma;
    this.#ended = ended;
  }

  /** The player's devices, the one that was used last first. @param token of the one that asks */
  async list(player: PlayerId, token: string): Promise<readonly Device[]> {
    const found = await unavailable(
      () => this.#prisma.$queryRaw<DeviceRow[]>`
        SELECT device_id::text AS id, max(label) AS label, min(created_at) AS "createdAt", max(used_at) AS "usedAt",
          bool_or(token_hash = ${sessionKey(token)}) AS "isThis"
        FROM session WHERE player_id = ${player}::uuid AND ended_at IS NULL AND expires_at > now()
        GROUP BY device_id ORDER BY max(used_at) DESC, device_id`,
    );
    return found.map(({ createdAt, usedAt, ...device }) => ({
      ...device,
      createdAt: createdAt.getTime(),
      usedAt: usedAt.getTime(),
    }));
  }

  /** Ends all sessions of one of the player's devices. @returns whether there was such a device */
  async end(player: PlayerId, device: string): Promise<boolean> {
    // Kept for a while, so that other servers find out.
    const ended = await unavailable(
      () => this.#prisma.$queryRaw<{ session: string }[]>`
        UPDATE session SET ended_at = clock_timestamp(), expires_at = least(expires_at, clock_timestamp())
        WHERE player_id = ${player}::uuid AND device_id = ${device}::uuid AND ended_at IS NULL AND expires_at > now()
        RETURNING token_hash AS session`,
    );
    for (const { session } of ended) this.#ended(session);
    return ended.length > 0;
  }
}
