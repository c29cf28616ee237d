import type { Invitation, PlayerId } from "@rejoin/protocol";
import { ChangeWatch } from "../change-watch.js";
import type { Clock } from "../clock.js";
import type { Invitations } from "../read-models/invitations.js";
import type { Position } from "../rooms/position.js";
import type { Room } from "../rooms/room.js";
import { guestsChanged } from "../rooms/room-change.js";
import { channels, type Hub } from "./hub.js";

/** Changes are gathered for so long and told together, in milliseconds. */
const GATHER_MS = 100;
const LOOK_EVERY_MS = 1_000;

/**
 * Tells people of this server their invitations, whenever those are others: by what happens in rooms that are alive here,
 * and by what other servers wrote. What is told is read from the database, where it is as durable as the log.
 */
export class InvitationFeed {
  readonly #hub: Hub;
  readonly #invitations: Pick<Invitations, "of" | "changedWithin">;
  readonly #clock: Clock;
  readonly #failed: (error: unknown) => void;
  readonly #watch: ChangeWatch;
  /** What each was told last, as JSON. */
  readonly #told = new Map<PlayerId, string>();
  /** Whose invitations are to be read. */
  readonly #changed = new Set<PlayerId>();
  #callOff: (() => void) | undefined;

  constructor(
    hub: Hub,
    invitations: Pick<Invitations, "of" | "changedWithin">,
    clock: Clock,
    failed: (error: unknown) => void,
  ) {
    this.#hub = hub;
    this.#invitations = invitations;
    this.#clock = clock;
    this.#failed = failed;
    this.#watch = new ChangeWatch(clock, LOOK_EVERY_MS, (withinMs) => this.#look(withinMs));
  }

  start(): void {
    this.#watch.start();
  }

  stop(): void {
    this.#watch.stop();
    this.#callOff?.();
  }

  /** What somebody is given who begins to hear their invitations. @throws LogUnavailable */
  async enter(player: PlayerId): Promise<readonly Invitation[]> {
    const invitations = (await this.#invitations.of([player])).get(player) ?? [];
    this.#told.set(player, JSON.stringify(invitations));
    return invitations;
  }

  /** Hears that a room came to life or changed. */
  changed({ position }: Room, before: Position | null): void {
    if (!before) return;
    for (const player of guestsChanged(before.state, position.state).keys())
      if (this.#hub.isHeard(channels.guest(player))) this.#changed.add(player);
    if (this.#changed.size > 0) this.#callOff ??= this.#clock.setTimer(GATHER_MS, () => this.#tellGathered());
  }

  #tellGathered(): void {
    this.#callOff = undefined;
    const players = [...this.#changed];
    this.#changed.clear();
    this.#tell(players).catch(this.#failed);
  }

  async #look(withinMs: number): Promise<void> {
    for (const player of this.#told.keys())
      if (!this.#hub.isHeard(channels.guest(player))) this.#told.delete(player);
    if (this.#told.size === 0) return;
    const changed = await this.#invitations.changedWithin(withinMs);
    await this.#tell(changed.filter((player) => this.#told.has(player)));
  }

  async #tell(players: readonly PlayerId[]): Promise<void> {
    if (players.length === 0) return;
    const found = await this.#invitations.of(players);
    for (const player of players) {
      const invitations = [...(found.get(player) ?? [])];
      const told = JSON.stringify(invitations);
      if (this.#told.get(player) === told) continue;
      this.#told.set(player, told);
      this.#hub.say(channels.guest(player), "me:invitations", { invitations });
    }
  }
}
