import {
  type ParsedPayload,
  type QuickPlay,
  type RecordedEvent,
  type Refusal,
  type RoomId,
  refuse,
  type Timing,
} from "@rejoin/protocol";
import { type Actor, decide, due, evolve, summarize } from "@rejoin/rules";
import type { EventLog } from "../log/event-log.js";
import { digest } from "./order.js";
import { type RoomDraws, secureDraws } from "./room-draws.js";

export type OpenOutcome = { ok: true; room: RoomId; code: string } | { ok: false; refusal: Refusal };

/** What somebody opens; `quick` where quick play does it for them. */
export type WantedRoom = ParsedPayload<"room:create"> & { quick?: QuickPlay };

/** A code is drawn again when another room has it: at most so often. */
const DRAWS = 8;

/** Whoever opens a table by quick play sits down within so many milliseconds, or not at all. */
const MEET_WITHIN_MS = 10_000;

/** Opens rooms. */
export class RoomOpener {
  readonly #log: EventLog;
  readonly #timing: Timing;
  readonly #now: () => number;
  readonly #draws: RoomDraws;

  constructor(log: EventLog, timing: Timing, now: () => number, draws: RoomDraws = secureDraws) {
    this.#log = log;
    this.#timing = timing;
    this.#now = now;
    this.#draws = draws;
  }

  /**
   * Opens a room for a player. The same command id again gives the same room. Where quick play opens it, and another opened
   * one for the same a moment ago, at which they may not even sit yet, it gives that one. Rejects with `LogUnavailable`.
   */
  async open(creator: Extract<Actor, { kind: "player" }>, wanted: WantedRoom): Promise<OpenOutcome> {
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const outcome = await this.#tryCode(creator, wanted, this.#draws.code());
      if (outcome) return outcome;
    }
    return { ok: false, refusal: refuse("unavailable", "No free room code was found. Try again.") };
  }

  async #tryCode(
    creator: Extract<Actor, { kind: "player" }>,
    wanted: WantedRoom,
    code: string,
  ): Promise<OpenOutcome | null> {
    const { commandId, options = {}, ...table } = wanted;
    const at = this.#now();
    const command = { type: "open", code, ...table, options, timing: this.#timing } as const;
    const decision = decide(null, command, { actor: creator, now: at, random: Math.random });
    if (!decision.ok) return decision;
    const room = this.#draws.id();
    const first = {
      actor: creator.id,
      commandId,
      commandDigest: digest({ ...table, options }),
      at,
      event: decision.event,
    };
    const state = evolve(null, {
      seq: 1,
      at,
      actor: creator.id,
      commandId,
      ...decision.event,
    } as RecordedEvent);
    const summary = summarize(room, 1, state);
    const epoch = this.#draws.epoch();
    const opened = await this.#log.open({
      room,
      code,
      epoch,
      creator: creator.id,
      first,
      summary,
      wakeAt: due(state)?.at ?? at,
      ...(wanted.quick && { meetWithinMs: MEET_WITHIN_MS }),
    });
    if (opened.kind === "opened") return { ok: true, room, code };
    if (opened.kind === "meets") return { ok: true, room: opened.room, code: opened.code };
    if (opened.kind === "code-taken") return null;
    if (opened.commandDigest === first.commandDigest)
      return { ok: true, room: opened.room, code: opened.code };
    return {
      ok: false,
      refusal: refuse("command-id-reused", `The command id ${commandId} was used to open another room.`),
    };
  }
}
