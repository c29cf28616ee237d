import type { Acknowledgement, ClientPayload, CommandId, Refusal, RoomId } from "@rejoin/protocol";
import { type AskingPorts, askUntilAnswered } from "./until-answered.js";

/** What a new room should be. */
export type WantedRoom = Omit<ClientPayload<"room:create">, "commandId">;

/** The room that was opened or found, or why there is none. */
export type CreationOutcome = { ok: true; room: RoomId; code: string } | { ok: false; refusal: Refusal };

/** Both are answered alike. */
type Answered = Acknowledgement<"room:create" | "lobby:quick-play">;

interface Creation {
  /** Asks, until there is an answer. @returns how to stop asking */
  ask: (answered: (answer: Answered) => void) => () => void;
  settle: (outcome: CreationOutcome) => void;
  stopAsking: () => void;
}

/**
 * The rooms that are asked for and not answered yet. Each is asked again with the same id, over any number of
 * connections, until it is answered, so that one wish opens one room.
 */
export class Creations {
  readonly #ports: AskingPorts & { newCommandId: () => CommandId };
  readonly #waiting = new Set<Creation>();

  constructor(ports: AskingPorts & { newCommandId: () => CommandId }) {
    this.#ports = ports;
  }

  give(wanted: WantedRoom): Promise<CreationOutcome> {
    const payload = { ...wanted, commandId: this.#ports.newCommandId() };
    return this.#wish((answered) => askUntilAnswered(this.#ports, "room:create", () => payload, answered));
  }

  /** @param game whose tables are looked at */
  quickPlay(game: string): Promise<CreationOutcome> {
    const payload = { game, commandId: this.#ports.newCommandId() };
    return this.#wish((answered) =>
      askUntilAnswered(this.#ports, "lobby:quick-play", () => payload, answered),
    );
  }

  /** There is a connection. */
  opened(): void {
    for (const creation of this.#waiting) this.#ask(creation);
  }

  /** The connection is lost. */
  lost(): void {
    for (const creation of this.#waiting) creation.stopAsking();
  }

  #wish(ask: Creation["ask"]): Promise<CreationOutcome> {
    return new Promise((settle) => {
      const creation: Creation = { ask, settle, stopAsking: () => {} };
      this.#waiting.add(creation);
      this.#ask(creation);
    });
  }

  #ask(creation: Creation): void {
    creation.stopAsking();
    creation.stopAsking = creation.ask((answer) => this.#answered(creation, answer));
  }

  #answered(creation: Creation, answer: Answered): void {
    this.#waiting.delete(creation);
    creation.settle(answer.ok ? { ok: true, room: answer.room, code: answer.code } : answer);
  }
}
