import { parse, type QuickPlay, type RecordedEvent, ROOM_ACTOR, roomCommand } from "@rejoin/protocol";
import type { AnyGame } from "../game.js";
import "../games/games.js";
import { decide } from "../room/decide.js";
import type { AnyRoomCommand, Decision } from "../room/decision.js";
import { due } from "../room/due.js";
import { evolve } from "../room/evolve.js";
import type { RoomState } from "../room/state.js";
import { frozen } from "./frozen.js";
import { START, TIMING } from "./history.js";
import { actorOf, alice, type Somebody, theRoom } from "./people.js";

/** What one accepted command did. */
export interface Step {
  before: RoomState | null;
  event: RecordedEvent;
  after: RoomState;
}

/** A room as a server holds one: commands are parsed, decided, recorded and applied, at a time that only moves forward. */
export class LiveRoom {
  now = START;
  state: RoomState | null = null;
  readonly log: RecordedEvent[] = [];
  readonly #watch: (step: Step) => void;
  readonly #random: () => number;

  /**
   * Opens a table of that game, hosted by Alice.
   *
   * @param watch hears of every accepted command
   * @param quick where quick play opens it
   */
  constructor(
    game: AnyGame,
    watch: (step: Step) => void = () => {},
    random: () => number = () => 0,
    quick?: QuickPlay,
  ) {
    this.#watch = watch;
    this.#random = random;
    const rest = {
      title: "A table",
      visibility: "public",
      options: {},
      timing: TIMING,
      ...(quick && { quick }),
    } as const;
    this.ask(alice, { type: "open", code: "ABC234", game: game.id, ...rest });
  }

  /** @throws before the room is open, which it is from the start */
  get open(): RoomState {
    if (!this.state) throw new Error("the room is not open");
    return this.state;
  }

  /** Anything at all, as it would come in from a client: what the schema does not let through is never decided. */
  say(who: Somebody, message: unknown): Decision {
    const command = parse(roomCommand, message);
    return command.ok ? this.ask(who, command.value) : command;
  }

  ask(who: Somebody | typeof theRoom, command: AnyRoomCommand): Decision {
    const context = { actor: actorOf(who), now: this.now, random: this.#random };
    const decision = frozen(decide(this.state, frozen(command), context));
    if (decision.ok) this.#record(decision.event, who === theRoom ? ROOM_ACTOR : who.id);
    return decision;
  }

  /** Waits for whatever the room does next by itself, and lets it. */
  doNextByItself(): void {
    const next = due(this.open);
    if (!next) return;
    this.now = Math.max(this.now, next.at);
    this.ask(theRoom, next.command);
  }

  #record(decided: Extract<Decision, { ok: true }>["event"], actor: string): void {
    const event = frozen<RecordedEvent>({ ...decided, seq: this.log.length + 1, at: this.now, actor });
    const before = this.state;
    const after = frozen(evolve(before, event));
    this.log.push(event);
    this.state = after;
    this.#watch({ before, event, after });
  }
}
