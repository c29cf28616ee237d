import { Access } from "./access.js";
import { Agreement } from "./agreement.js";
import { Audience } from "./audience.js";
import { Commands } from "./commands.js";
import { Convergence } from "./convergence.js";
import { Early } from "./early.js";
import { Fold } from "./fold.js";
import { Gapless } from "./gapless.js";
import { Heard } from "./heard.js";
import { HoldingRule } from "./holding.js";
import { OwnCommands } from "./own-commands.js";
import { RealTime } from "./real-time.js";
import type { RoomCase, RoomRecord, Rule } from "./room-case.js";

/** Judges one room: all its records pass each rule once. */
export class RoomCheck {
  readonly #rules: readonly Rule[];

  constructor(of: RoomCase) {
    const access = new Access();
    const audience = new Audience(of, access);
    // The fold comes first: it learns who may know of the room, which the audience and convergence ask at the end.
    this.#rules = [
      new Fold(of, access),
      new Gapless(of),
      new Commands(of),
      new Early(of),
      new Heard(of),
      new Agreement(of),
      new HoldingRule(of),
      new RealTime(of),
      new OwnCommands(of),
      audience,
      new Convergence(of, (player) => audience.mayEnter(player)),
    ];
  }

  take(record: RoomRecord, source: number): void {
    for (const rule of this.#rules) rule.take?.(record, source);
  }

  finish(): void {
    for (const rule of this.#rules) rule.finish?.();
  }
}
