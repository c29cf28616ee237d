import type { RecordOf } from "../history/record.js";
import type { Life } from "./life.js";
import { type RoomCase, type RoomRecord, type Rule, report } from "./room-case.js";

type Answered = RecordOf<"answered">;

/**
 * G9: whoever comes back finds their own acknowledged commands there. An answer to a join names a head that is not lower
 * than what that player was told before they asked to join, and a client that says it is level has it.
 */
export class OwnCommands implements Rule {
  readonly #case: RoomCase;
  /** For each player the acknowledgements that raised their highest number, in order. */
  readonly #acknowledged = new Map<string, Answered[]>();
  /** For each client what it must have when it is level again. */
  readonly #expected = new Map<string, Answered>();

  constructor(of: RoomCase) {
    this.#case = of;
  }

  take(record: RoomRecord): void {
    switch (record.kind) {
      case "answered":
        if (record.outcome.ok) this.#acknowledge(record, record.outcome.seq);
        break;
      case "joined":
        this.#join(record);
        break;
      case "room-opened":
        this.#expected.delete(record.client);
        break;
      case "held":
        if (record.live) this.#level(record);
    }
  }

  #acknowledge(answered: Answered, seq: number): void {
    const { lives, clients } = this.#case;
    const player = clients.playerOf(answered.client);
    const life = lives.at(answered.at);
    // A wrong number is another promise broken.
    if (!life?.agrees(player, answered.command, seq)) return;
    const known = this.#acknowledged.get(player);
    const last = known?.at(-1);
    if (!known || !last || lives.at(last.at) !== life) this.#acknowledged.set(player, [answered]);
    else if (seqOf(last) < seq) known.push(answered);
  }

  #join(joined: RecordOf<"joined">): void {
    const { lives, clients, findings } = this.#case;
    // A request to catch up is no reconnection.
    if (joined.how !== "join") return;
    const own = this.#acknowledged.get(clients.playerOf(joined.client)) ?? [];
    const before = own.findLast(({ at }) => at < joined.askedAt);
    if (!before || lives.at(before.at) !== lives.of(joined.epoch)) return;
    findings.happened("acknowledged commands looked for after a reconnect");
    this.#expected.set(joined.client, before);
    if (joined.head < seqOf(before)) this.#invisible(joined, joined.head, before);
  }

  #level(held: RecordOf<"held">): void {
    const expected = this.#expected.get(held.client);
    if (!expected || this.#lifeOf(held) !== this.#case.lives.at(expected.at)) return;
    this.#expected.delete(held.client);
    if (held.seq < seqOf(expected)) this.#invisible(held, held.seq, expected);
  }

  #lifeOf({ epoch }: RecordOf<"held">): Life | undefined {
    return epoch === null ? undefined : this.#case.lives.of(epoch);
  }

  #invisible(record: RecordOf<"joined"> | RecordOf<"held">, seq: number, expected: Answered): void {
    const { client } = record;
    this.#expected.delete(client);
    const detail = `${client} came back to ${seq}, after its player's command ${expected.command} was acknowledged as ${seqOf(expected)}.`;
    report(this.#case, "own command invisible", { client, seq, detail, records: [expected, record] });
  }
}

function seqOf({ outcome }: Answered): number {
  return outcome.ok ? outcome.seq : 0;
}
