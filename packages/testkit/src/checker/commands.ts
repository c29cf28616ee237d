import { type RecordedEvent, ROOM_ACTOR } from "@rejoin/protocol";
import { type Command, numberIn, type Told } from "./command.js";
import { judgeCommand } from "./judge-command.js";
import { judgeTrimmed } from "./judge-trimmed.js";
import { commandKey, type Life } from "./life.js";
import { type RoomCase, type RoomRecord, type Rule, report } from "./room-case.js";

/** What became of each command: G2, G3, G4 and G13. */
export class Commands implements Rule {
  readonly #case: RoomCase;
  readonly #commands = new Map<string, Command>();

  constructor(of: RoomCase) {
    this.#case = of;
  }

  take(record: RoomRecord): void {
    switch (record.kind) {
      case "given":
        this.#command(record).given ??= record;
        break;
      case "asked": {
        const command = this.#command(record);
        command.firstAsked ??= record;
        command.asked += 1;
        break;
      }
      case "answered": {
        const command = this.#command(record);
        command.answered += 1;
        const { outcome, client } = record;
        if (command.given?.client !== client && (outcome.ok || !outcome.retryable))
          command.isAnsweredToHeir = true;
        this.#told(record);
        break;
      }
      case "settled":
        this.#command(record).isSettled = true;
        this.#told(record);
    }
  }

  finish(): void {
    for (const command of this.#commands.values()) {
      this.#count(command);
      judgeCommand(this.#case, command);
    }
    judgeTrimmed(this.#case, this.#commands.values());
    for (const life of this.#case.lives.all) {
      this.#findSecondEffects(life);
      for (const event of life.events) this.#judgeOrigin(event, life);
    }
  }

  #command({ client, command: id }: { client: string; command: string }): Command {
    const player = this.#case.clients.playerOf(client);
    const key = commandKey(player, id);
    const known = this.#commands.get(key);
    if (known) return known;
    const progress = {
      given: null,
      firstAsked: null,
      asked: 0,
      answered: 0,
      isSettled: false,
      isAnsweredToHeir: false,
    };
    const command: Command = { player, id, ...progress, oks: [], refusals: [] };
    this.#commands.set(key, command);
    return command;
  }

  #told(record: Told): void {
    const { findings } = this.#case;
    const { oks, refusals } = this.#command(record);
    const { outcome } = record;
    if (!outcome.ok) {
      if (outcome.retryable && record.kind === "answered") findings.happened("retryable refusals");
      else refusals.push(record);
    } else if (!oks.some((ok) => numberIn(ok) === outcome.seq && ok.kind === record.kind)) {
      oks.push(record);
    }
  }

  #count({ given, asked, answered, oks, refusals, isSettled }: Command): void {
    const { findings } = this.#case;
    if (given) findings.count("commands given");
    findings.count("attempts asked", asked);
    if (oks.length > 0) findings.count("acknowledged commands");
    else if (refusals.length > 0) findings.count("refused commands");
    if (asked > 1) findings.happened("commands asked more than once");
    if (isSettled && asked > answered)
      findings.happened("commands settled though an attempt was never answered");
  }

  #findSecondEffects(life: Life): void {
    for (const { seq, actor, commandId } of life.events) {
      if (commandId === undefined) continue;
      const first = life.seqOf(actor, commandId);
      if (first === seq || first === undefined) continue;
      const detail = `Command ${commandId} of ${actor} is event ${first} and event ${seq}.`;
      report(this.#case, "second effect", { seq, detail, records: life.records });
    }
  }

  /** An event of a player needs a command that the player sent. What the room does by itself is judged by the fold. */
  #judgeOrigin({ seq, actor, commandId, type }: RecordedEvent, life: Life): void {
    if (actor === ROOM_ACTOR) return;
    const asked = this.#commands.get(commandKey(actor, commandId))?.asked ?? 0;
    const { clients } = this.#case;
    if (type === "room-created" ? clients.asked(actor, commandId) : commandId !== undefined && asked > 0)
      return;
    const detail = `Event ${seq} (${type}) of ${actor} has command ${commandId}, which nobody sent.`;
    report(this.#case, "phantom event", { seq, detail, records: life.records });
  }
}
