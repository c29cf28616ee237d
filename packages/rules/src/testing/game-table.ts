import { gameJson, type RefusalCode } from "@rejoin/protocol";
import { expect } from "vitest";
import type { Game, Outcome } from "../game.js";
import { frozen } from "./frozen.js";
import { START, STEP } from "./history.js";

export interface TableOptions<Options> {
  seats?: readonly number[];
  round?: number;
  options?: Partial<Options>;
  random?: () => number;
}

/**
 * A game without a room around it: `atTable(game).when(seat, move).then(event)`, or `.refused(code)`. Every step is checked
 * to be small plain JSON, and to look to everybody as what follows from what they saw.
 */
export function atTable<State, Move, Event, Setup, Options>(
  game: Game<State, Move, Event, Setup, Options>,
  { seats = [0, 1], round = 0, options = {}, random = () => 0 }: TableOptions<Options> = {},
): GameTable<State, Move, Event, Setup, Options> {
  const setup = frozen(
    game.setup({ seats, round, options: game.options.parse(options), now: START, random }),
  );
  expectSmallJson(setup);
  for (const viewer of [...seats, null]) {
    const seen = game.viewSetup?.(setup, viewer) ?? setup;
    expect(game.start(seen)).toStrictEqual(game.viewState(game.start(setup), viewer));
  }
  return new GameTable(game, frozen(game.start(setup)), START, [...seats, null], random);
}

export class GameTable<State, Move, Event, Setup, Options> {
  readonly state: State;
  /** When the last thing happened, in milliseconds since 1970. */
  readonly at: number;
  /** What happened last, and who did it. */
  readonly last: { event: Event; seat: number | null } | null;
  readonly #game: Game<State, Move, Event, Setup, Options>;
  readonly #viewers: readonly (number | null)[];
  readonly #random: () => number;

  constructor(
    game: Game<State, Move, Event, Setup, Options>,
    state: State,
    at: number,
    viewers: readonly (number | null)[],
    random: () => number,
    last: { event: Event; seat: number | null } | null = null,
  ) {
    this.#game = game;
    this.state = state;
    this.at = at;
    this.#viewers = viewers;
    this.#random = random;
    this.last = last;
  }

  /** Somebody, or the game itself (null), asks for a move, `later` milliseconds after the last event. */
  when(seat: number | null, move: Move, later: number = STEP) {
    const now = this.at + later;
    const decision = this.#game.decide(this.state, frozen(move), { seat, now, random: this.#random });
    return {
      refused: (code: RefusalCode): this => {
        expect(decision).toMatchObject({ ok: false, refusal: { code, retryable: false } });
        return this;
      },
      // biome-ignore lint/suspicious/noThenProperty: nobody awaits a sentence, and "given, when, then" is how it is said.
      then: (event: Partial<Record<string, unknown>>) => {
        expect(decision).toMatchObject({ ok: true, event });
        return this.after(seat, move, later);
      },
    };
  }

  /** The table after a move that is allowed. @throws the refusal of one that is not */
  after(
    seat: number | null,
    move: Move,
    later: number = STEP,
  ): GameTable<State, Move, Event, Setup, Options> {
    const at = this.at + later;
    const decision = this.#game.decide(this.state, move, { seat, now: at, random: this.#random });
    if (!decision.ok) throw new Error(JSON.stringify(decision.refusal));
    const event = frozen(decision.event);
    const state = frozen(this.#game.evolve(this.state, event, { seat, at }));
    this.#expectViewsAgree(event, seat, at, state);
    return new GameTable(this.#game, state, at, this.#viewers, this.#random, { event, seat });
  }

  /** The table after what the game does by itself next, at its time. @throws where it does nothing */
  afterTime(): GameTable<State, Move, Event, Setup, Options> {
    const due = this.#game.due(this.state);
    if (!due) throw new Error("nothing is due");
    return this.after(null, due.move, Math.max(0, due.at - this.at));
  }

  afterWithdrawal(seat: number): GameTable<State, Move, Event, Setup, Options> {
    const state = frozen(this.#game.withdraw(this.state, seat));
    expect(this.#game.withdraw(state, seat)).toStrictEqual(state);
    for (const viewer of this.#viewers) {
      const seen = this.#game.withdraw(this.#game.viewState(this.state, viewer), seat);
      expect(seen).toStrictEqual(this.#game.viewState(state, viewer));
    }
    return new GameTable(this.#game, state, this.at, this.#viewers, this.#random, this.last);
  }

  /** The state has at least these values. */
  has(state: Record<string, unknown>): this {
    expect(this.state).toMatchObject(state);
    return this;
  }

  /** The game does something by itself so many milliseconds after the last event; or never (null). */
  isDue(after: number | null): this {
    expect(this.#game.due(this.state)?.at ?? null).toBe(after === null ? null : this.at + after);
    return this;
  }

  ended(outcome: Outcome | null): this {
    expect(this.#game.outcome(this.state)).toEqual(outcome);
    return this;
  }

  /** The state and the last event as somebody may see them. */
  seenBy(viewer: number | null): { state: State; event: Event | null } {
    const { last } = this;
    return {
      state: this.#game.viewState(this.state, viewer),
      event: last && this.#game.view(last.event, last.seat, viewer),
    };
  }

  #expectViewsAgree(event: Event, seat: number | null, at: number, state: State): void {
    expectSmallJson(event);
    expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
    const seen = new Set(this.#viewers.map((viewer) => this.#game.view(event, seat, viewer)));
    expect(new Set([...seen].map((one) => JSON.stringify(one))).size).toBeLessThanOrEqual(2);
    for (const viewer of this.#viewers) {
      const heard = this.#game.view(event, seat, viewer);
      const followed = this.#game.evolve(this.#game.viewState(this.state, viewer), heard, { seat, at });
      expect(followed).toStrictEqual(this.#game.viewState(state, viewer));
    }
  }
}

function expectSmallJson(value: unknown): void {
  expect(gameJson.parse(value)).toStrictEqual(value);
}
