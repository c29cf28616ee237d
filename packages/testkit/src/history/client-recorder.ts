import type { PlayerId } from "@rejoin/protocol";
import type { Observable, ReturnedCommand, RoomHandle, Wire } from "@rejoin/sync";
import { RecordedRoom } from "./recorded-room.js";
import { recordedWire } from "./recorded-wire.js";
import type { Recorder } from "./recorder.js";

/** Whose records they are. */
export interface RecordedClient {
  /** Unique within the run, also between processes. */
  client: string;
  player: PlayerId;
  /** Where its outbox outlives the page. */
  device?: string;
}

/**
 * Records one `SyncClient`, from its first moment to its last:
 *
 *     const recording = new ClientRecorder(recorder, { client: "7", player });
 *     const sync = createSyncClient({ wire: recording.wire(socketWire(url)) });
 *     const room = recording.room(sync.openRoom(code), code);
 *     … recording.rest() at the end of the run, or recording.ended() when the page is gone for good
 */
export class ClientRecorder {
  readonly #recorder: Recorder;
  readonly #client: string;
  readonly #rooms = new Map<string, RecordedRoom>();

  constructor(recorder: Recorder, { client, player, device }: RecordedClient) {
    this.#recorder = recorder;
    this.#client = client;
    recorder.record({ kind: "client-began", client, player, ...(device !== undefined && { device }) });
  }

  /** The wire that the client is to be given in place of `wire`. */
  wire(wire: Wire): Wire {
    return recordedWire(wire, this.#client, this.#recorder);
  }

  /**
   * The handle to use in place of `handle`.
   *
   * @param key what the room was opened by: its id or its code
   * @param sampleEvery of so many numbers one is recorded with the state held at it
   */
  room(handle: RoomHandle, key: string, sampleEvery = 1): RecordedRoom {
    const room = new RecordedRoom(handle, key, this.#client, this.#recorder, sampleEvery);
    this.#rooms.set(key, room);
    return room;
  }

  /**
   * Records what is returned to the player: commands of pages that are gone, which were refused. Each is recorded in the room
   * that was opened with the same key as then.
   */
  follow(returned: Observable<readonly ReturnedCommand[]>): void {
    const told = new Set<string>();
    returned.subscribe(() => {
      for (const { commandId, room, refusal } of returned.get()) {
        if (told.has(commandId)) continue;
        told.add(commandId);
        this.#rooms.get(room)?.told(commandId, { ok: false, refusal });
      }
    });
  }

  /** Records where the client came to rest, in every room that it holds. */
  rest(): void {
    for (const room of this.#rooms.values()) room.rest();
  }

  /** The page is gone for good. */
  ended(): void {
    this.#recorder.record({ kind: "client-ended", client: this.#client });
  }
}
