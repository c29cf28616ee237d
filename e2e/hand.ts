import { randomUUID } from "node:crypto";
import type { RoomCommand, RoomId } from "@rejoin/protocol";
import { RawPlayer } from "@rejoin/testkit";
import { type GameName, madeUpTitle, type TableName } from "./player/lobby.js";
import type { Player } from "./player/player.js";

const GAME_IDS: Readonly<Record<GameName, string>> = {
  "Tic-tac-toe": "tic-tac-toe",
  "Connect Four": "connect-four",
  Chess: "chess",
  "Rock, paper, scissors": "rock-paper-scissors",
  "Draw and guess": "draw-and-guess",
};

/** What a table is opened with, in the words of its game. */
export type Options = Readonly<Record<string, number | string>>;

/** A table that was opened, and how the server knows it. */
export type OpenedTable = TableName & { room: RoomId };

/**
 * Acts in the name of a player without their browser, over a connection of its own: for what comes before that which a
 * test is about, and for what is done on another device.
 */
export class Hand implements Disposable {
  readonly #wire: RawPlayer;

  private constructor(wire: RawPlayer) {
    this.#wire = wire;
  }

  static async of(player: Player): Promise<Hand> {
    return new Hand(await RawPlayer.connect(player.network.url, await player.session()));
  }

  /** Somebody who has no browser at all. */
  static async ofSomebody(name: string, { network }: Player): Promise<Hand> {
    return new Hand(await RawPlayer.connect(network.url, name));
  }

  /** Opens a public table. How a player opens one is in the tests about tables. */
  async openTable(game: GameName, options: Options): Promise<OpenedTable> {
    const title = madeUpTitle();
    const wanted = { title, game: GAME_IDS[game], visibility: "public", options } as const;
    const answer = await this.#wire.request("room:create", { commandId: randomUUID(), ...wanted });
    if (!answer.ok) throw new Error(`no table: ${answer.refusal.message}`);
    return { title, code: answer.code, room: answer.room };
  }

  /** @throws when the table refuses */
  async command(room: RoomId, command: RoomCommand): Promise<void> {
    const answer = await this.#wire.request("room:command", { room, commandId: randomUUID(), command });
    if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.refusal.message}`);
  }

  /** Enters a table. @param code as people tell it @returns how the server knows it @throws when it is not let in */
  async join(code: string): Promise<RoomId> {
    const answer = await this.#wire.request("room:join", { room: code });
    if (!answer.ok) throw new Error(`not let in: ${answer.refusal.message}`);
    return answer.room;
  }

  /** Notes that the player has seen all of a table. */
  async see({ code }: OpenedTable): Promise<void> {
    const answer = await this.#wire.request("room:join", { room: code });
    if (!answer.ok) throw new Error(`not let in: ${answer.refusal.message}`);
    const seen = await this.#wire.request("room:seen", { room: answer.room, seq: answer.head });
    if (!seen.ok) throw new Error(`not seen: ${seen.refusal.message}`);
  }

  [Symbol.dispose](): void {
    this.#wire.disconnect();
  }
}
