import type { MyRoom, RoomSummary, ServerPayload } from "@rejoin/protocol";
import { changed, type Directory, listed } from "./directory.js";
import { type Observable, Variable } from "./observable.js";
import { type AskingPorts, askUntilAnswered } from "./until-answered.js";
import type { LobbyView } from "./views.js";

type State =
  | { kind: "apart" }
  /** The list is on its way, for the first time on this connection or again. What is heard meanwhile goes on top of it. */
  | { kind: "joining"; cancel: () => void; again: boolean; since: LobbyChange[] }
  | { kind: "joined" };

type LobbyChange =
  | { name: "lobby:rooms"; payload: ServerPayload<"lobby:rooms"> }
  | { name: "me:rooms"; payload: ServerPayload<"me:rooms"> };

const LEAVE_AFTER_MS = 1_000;
const NOTHING_LISTED = { rooms: [], removed: new Map() };

/** The lobby as this client holds it, heard while somebody wants it. */
export class LobbySync {
  readonly #ports: AskingPorts;
  readonly #view = new Variable<LobbyView>({ current: false, loaded: false, rooms: [], mine: [] });
  #rooms: Directory<RoomSummary> = NOTHING_LISTED;
  #mine: Directory<MyRoom> = NOTHING_LISTED;
  #holders = 0;
  #state: State = { kind: "apart" };
  #isConnected = false;
  #stopLeaving: (() => void) | null = null;

  constructor(ports: AskingPorts) {
    this.#ports = ports;
  }

  get view(): Observable<LobbyView> {
    return this.#view;
  }

  /** @returns how to let go; more than once does no harm */
  open(): () => void {
    this.#holders += 1;
    this.#stopLeaving?.();
    this.#stopLeaving = null;
    this.#join();
    let held = true;
    return () => {
      if (held) this.#release();
      held = false;
    };
  }

  opened(): void {
    this.#isConnected = true;
    this.#join();
  }

  lost(): void {
    this.#isConnected = false;
    this.#enter({ kind: "apart" });
  }

  /** Asks for the whole list anew. Where nobody wants it, the server is asked for a mere sign of life. */
  check(): void {
    if (this.#holders > 0 && this.#state.kind !== "joining") this.#ask();
    else if (this.#state.kind === "apart") this.#ports.requests.request("lobby:leave", {}, () => {});
  }

  heard(change: LobbyChange): void {
    if (this.#state.kind === "apart") return;
    if (this.#state.kind === "joining") this.#state.since.push(change);
    this.#apply(change);
    this.#show();
  }

  #join(): void {
    if (this.#isConnected && this.#holders > 0 && this.#state.kind === "apart") this.#ask();
  }

  #ask(): void {
    const since: LobbyChange[] = [];
    const again = this.#state.kind === "joined";
    const cancel = askUntilAnswered(
      this.#ports,
      "lobby:join",
      () => ({}),
      (answer) => {
        if (!answer.ok) return this.#enter({ kind: "apart" });
        // What was held from before a lost connection proves nothing: the log may have been restored to an earlier state.
        this.#rooms = listed(again ? this.#rooms : NOTHING_LISTED, answer.rooms);
        this.#mine = listed(again ? this.#mine : NOTHING_LISTED, answer.mine);
        for (const change of since) this.#apply(change);
        this.#view.update((view) => ({ ...view, loaded: true }));
        this.#enter({ kind: "joined" });
      },
    );
    this.#enter({ kind: "joining", cancel, again, since });
  }

  #apply(change: LobbyChange): void {
    if (change.name === "lobby:rooms") this.#rooms = changed(this.#rooms, change.payload);
    else this.#mine = changed(this.#mine, change.payload);
  }

  #release(): void {
    this.#holders -= 1;
    if (this.#holders > 0) return;
    // A page that is left for another often comes back to the lobby at once.
    this.#stopLeaving = this.#ports.clock.setTimer(LEAVE_AFTER_MS, () => this.#leave());
  }

  #leave(): void {
    if (this.#state.kind === "apart") return;
    this.#enter({ kind: "apart" });
    this.#ports.requests.request("lobby:leave", {}, () => {});
  }

  #enter(state: State): void {
    if (this.#state.kind === "joining") this.#state.cancel();
    this.#state = state;
    this.#show();
  }

  #show(): void {
    const state = this.#state;
    const current = state.kind === "joined" || (state.kind === "joining" && state.again);
    const [rooms, mine] = [this.#rooms.rooms, this.#mine.rooms];
    this.#view.update((view) =>
      view.current === current && view.rooms === rooms && view.mine === mine
        ? view
        : { ...view, current, rooms, mine },
    );
  }
}
