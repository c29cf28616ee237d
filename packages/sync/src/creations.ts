import type { Acknowledgement, ClientPayload, CommandId, Refusal, RoomId } from "@rejoin/protocol";
import { type AskingPorts, askUntilAnswered } from "./until-answered.js";

/** What a new room should be. */
export type WantedRoom = Omit<ClientPayload<"room:create">, "commandId">;

/** The room that was opened, or why there is none. */
export type CreationOutcome = { ok: true; room: RoomId; code: string } | { ok: false; refusal: Refusal };

interface Creation {
  payload: ClientPayload<"room:create">;
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
    return new Promise((settle) => {
      const payload = { ...wanted, commandId: this.#ports.newCommandId() };
      const creation: Creation = { payload, settle, stopAsking: () => {} };
      this.#waiting.add(creation);
      this.#ask(creation);
    });
  }

  /** There is a connection. */
  opened(): void {
    for (const creation of this.#waiting) this.#ask(creation);
  }

  /** The connection is lost. */
  lost(): void {
    for (const creation of this.#waiting) creation.stopAsking();
  }

  #ask(creation: Creation): void {
    creation.stopAsking();
    creation.stopAsking = askUntilAnswered(
      this.#ports,
      "room:create",
      () => creation.payload,
      (answer) => this.#answered(creation, answer),
    );
  }

  #answered(creation: Creation, answer: Acknowledgement<"room:create">): void {
    this.#waiting.delete(creation);
    creation.settle(answer.ok ? { ok: true, room: answer.room, code: answer.code } : answer);
  }
}
