import { type CommandId, type RoomCommand, roomId } from "@rejoin/protocol";
import type { CommandOutcome, Observable, RoomHandle, RoomView } from "@rejoin/sync";
import { holdingOf, outcomeOf } from "./happenings.js";
import { InheritedCommands } from "./inherited-commands.js";
import type { Happening, Recorder } from "./recorder.js";

/** A happening in a room, as it is before the room is known. */
type Unplaced = Happening extends infer One
  ? One extends { room: string }
    ? Omit<One, "room">
    : never
  : never;

/**
 * The same handle, with what is given, settled and held recorded. Observe each handle of a client once, and use what comes
 * out in its place.
 */
export class RecordedRoom implements RoomHandle {
  readonly #handle: RoomHandle;
  readonly #client: string;
  readonly #recorder: Recorder;
  readonly #sampleEvery: number;
  readonly #stopObserving: () => void;
  #room: string | null;
  /** What happened before it was known which room a code stands for. */
  #unplaced: Unplaced[] = [];
  #last: { epoch: string | null; seq: number; live: boolean } = { epoch: null, seq: 0, live: false };
  readonly #given = new Set<string>();
  #isGiving = false;
  readonly #inherited = new InheritedCommands();
  #isHeld = true;

  /**
   * @param key what the room was opened by: its id or its code
   * @param sampleEvery of so many numbers one is recorded with its state; every change of status or epoch is
   */
  constructor(handle: RoomHandle, key: string, client: string, recorder: Recorder, sampleEvery: number) {
    this.#handle = handle;
    this.#client = client;
    this.#recorder = recorder;
    this.#sampleEvery = sampleEvery;
    const isId = roomId.safeParse(key);
    this.#room = isId.success ? isId.data : null;
    // A client that went on with commands of a page that is gone holds their room already, and its wire told of it.
    if (handle.view.get().state === null)
      this.#record({ kind: "room-opened", client, by: isId.success ? "id" : "code" });
    this.#stopObserving = handle.view.subscribe(() => this.#changed());
    this.#changed();
  }

  get view(): Observable<RoomView> {
    return this.#handle.view;
  }

  send(command: RoomCommand): Promise<CommandOutcome> {
    const before = new Set(this.view.get().pending.map(({ commandId }) => commandId));
    this.#isGiving = true;
    const settled = this.#handle.send(command);
    this.#isGiving = false;
    const given = this.view.get().pending.find(({ commandId }) => !before.has(commandId));
    // Refused before it had an id: nothing was given that a log could hold.
    if (!given) return settled;
    this.#given.add(given.commandId);
    this.#record({ kind: "given", client: this.#client, command: given.commandId, type: command.type });
    return settled.then((outcome) => {
      this.told(given.commandId, outcome);
      return outcome;
    });
  }

  /** Records what the player was told of a command. What `send` resolves with is recorded without it. */
  told(command: CommandId, outcome: CommandOutcome): void {
    this.#record({ kind: "settled", client: this.#client, command, outcome: outcomeOf(outcome) });
  }

  seen(): void {
    this.#handle.seen();
  }

  dismissMissed(): void {
    this.#handle.dismissMissed();
  }

  release(): void {
    this.#handle.release();
    if (!this.#isHeld) return;
    this.#isHeld = false;
    this.#stopObserving();
    this.#record({ kind: "room-let-go", client: this.#client });
  }

  /** Records where the client came to rest. Call it at the end, when everything is expected to have arrived. */
  rest(): void {
    if (!this.#isHeld) return;
    const { epoch, seq, state } = holdingOf(this.view.get());
    this.#record({ kind: "at-rest", client: this.#client, epoch, seq, state });
  }

  #changed(): void {
    const view = this.view.get();
    if (view.room !== null && this.#room === null) this.#place(view.room);
    if (!this.#isGiving) this.#followInherited(view);
    const { epoch, seq } = view;
    const live = view.status.kind === "live";
    const isSample = seq !== this.#last.seq && this.#isSampled(seq);
    if (!isSample && live === this.#last.live && epoch === this.#last.epoch) return;
    this.#last = { epoch, seq, live };
    this.#record({ kind: "held", client: this.#client, ...holdingOf(view) });
  }

  #followInherited(view: RoomView): void {
    const settled = this.#inherited.changed(view, (command) => this.#given.has(command));
    for (const [command, seq] of settled) this.told(command, { ok: true, seq });
  }

  // A number is due when a multiple was passed: several events may have been applied at once.
  #isSampled(seq: number): boolean {
    const every = this.#sampleEvery;
    return seq < this.#last.seq || Math.floor(seq / every) !== Math.floor(this.#last.seq / every);
  }

  #place(room: string): void {
    this.#room = room;
    for (const happening of this.#unplaced) this.#recorder.record({ ...happening, room } as Happening);
    this.#unplaced = [];
  }

  #record(happening: Unplaced): void {
    if (this.#room === null) this.#unplaced.push(happening);
    else this.#recorder.record({ ...happening, room: this.#room } as Happening);
  }
}
