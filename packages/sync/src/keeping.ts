import type { CommandId, Refusal } from "@rejoin/protocol";
import type { Clock } from "./clock.js";
import { newCommandId } from "./command-id.js";
import { type KeptCommand, MOST_KEPT, MOST_KEPT_CHARACTERS, type OutboxStore } from "./outbox-store.js";
import type { Fault } from "./wire.js";

export interface KeepingPorts {
  /** Left out, commands last as long as this client. */
  store: OutboxStore | undefined;
  clock: Clock;
  fault: (fault: Fault) => void;
}

/** Who lives with it: the client. */
export interface KeepingListener {
  /** @param share all that is this page's now @param isMine which of it this page answers for already */
  claimed(share: readonly KeptCommand[], isMine: (id: CommandId) => boolean): void;
  /** What is this page's could not be found out. */
  unclaimed(): void;
}

/** Storage that does not answer in this time is taken for broken: nobody waits for it any longer. */
const STORED_WITHIN_MS = 1_000;
/** How often to look for what tabs that are gone have left. */
const CLAIM_EVERY_MS = 10_000;
/** How often to look while a command of this page may have to wait for another tab. */
const CLAIM_WHILE_ELSEWHERE_MS = 1_000;

/** Where a command stands among those of its page in its room. */
type Standing = Pick<KeptCommand, "page" | "room" | "place">;

/**
 * Keeps the commands of all rooms of this page in the store, one operation after another, in the order asked. A store
 * that fails costs what it would have kept, and is reported once until it works again; nothing else waits or fails for it.
 */
export class Keeping {
  /** The name of this page, by which its commands are known wherever they go. */
  readonly page = newCommandId();
  readonly #ports: KeepingPorts;
  readonly #listener: KeepingListener;
  /** What this page answers for, with its size. The store may hold more: what is not in here is for adopting. */
  readonly #mine = new Map<CommandId, number>();
  /** What other living tabs had not settled at the last claim, of pages whose commands are here as well. */
  #elsewhere: readonly Standing[] = [];
  #last: Promise<void> = Promise.resolve();
  #place = 0;
  #isFailing = false;
  /** Something that was asked of the store has not come to an end: nothing more is asked until it has. */
  #isStuck = false;
  #stopClaiming: (() => void) | null = null;
  #isSure = false;
  /** Rises when it stops: what was begun before proves nothing after. */
  #life = 0;

  constructor(ports: KeepingPorts, listener: KeepingListener) {
    this.#ports = ports;
    this.#listener = listener;
  }

  /**
   * Whether this page knows which of the kept commands are its own. Until its first claim, and while it is stopped, others
   * may have gone on with them: one that was refused there must not be asked here.
   */
  get isSure(): boolean {
    return this.#isSure || !this.#ports.store;
  }

  /**
   * Whether another living tab has still to settle what the same page gave to the same room before. A command that is asked
   * all the same may overtake it. While this page lives nobody takes more from it, so what was found at its claim only
   * becomes less.
   */
  mustWait({ page, room, place }: Standing): boolean {
    return this.#elsewhere.some((other) => other.page === page && other.room === room && other.place < place);
  }

  /** The page lives: what it left before, and what others left, is its own now. */
  start(): void {
    if (!this.#ports.store || this.#stopClaiming) return;
    this.#stopClaiming = () => {};
    this.claim();
  }

  /** The page may be gone for good: what it holds may be claimed by others until it starts again. */
  stop(): void {
    this.#stopClaiming?.();
    this.#stopClaiming = null;
    this.#isSure = false;
    this.#life += 1;
    try {
      this.#ports.store?.release();
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Looks at once for what others left; does nothing while stopped. */
  claim(): void {
    if (!this.#stopClaiming) return;
    this.#claimIn(CLAIM_EVERY_MS);
    const life = this.#life;
    void this.#next(async (store) => {
      // Stopped before its turn came: what it took hold of now it would never let go.
      if (life !== this.#life) return;
      const { share, elsewhere } = await store.claim();
      if (life !== this.#life && !this.#stopClaiming) store.release();
      if (life !== this.#life || this.#isStuck) return;
      this.#isSure = true;
      this.#place = Math.max(this.#place, ...share.map(({ place }) => place));
      this.#elsewhere = this.#unsettled(elsewhere, share);
      if (this.#elsewhere.length > 0) this.#claimIn(CLAIM_WHILE_ELSEWHERE_MS);
      this.#listener.claimed(share, (id) => this.#mine.has(id));
    }).then((isDone) => isDone || this.#unclaimed());
  }

  #claimIn(ms: number): void {
    this.#stopClaiming?.();
    this.#stopClaiming = this.#ports.clock.setTimer(ms, () => this.claim());
  }

  #unsettled(elsewhere: readonly KeptCommand[], share: readonly KeptCommand[]): Standing[] {
    const pages = new Set([this.page, ...share.map(({ page }) => page)]);
    return elsewhere
      .filter(({ page, refusal }) => pages.has(page) && !refusal)
      .map(({ page, room, place }) => ({ page, room, place }));
  }

  // A store that cannot say whose they are has given them to nobody else either; nor could it say when to wait no longer.
  #unclaimed(): void {
    this.#isSure = this.#stopClaiming !== null;
    this.#elsewhere = [];
    this.#listener.unclaimed();
  }

  /** The place of a command that is given now: after all that this page has or had. */
  nextPlace(): number {
    this.#place = Math.max(this.#place + 1, this.#ports.clock.now());
    return this.#place;
  }

  hasRoomFor(command: KeptCommand): boolean {
    const characters = [...this.#mine.values()].reduce((sum, size) => sum + size, sizeOf(command));
    return this.#mine.size < MOST_KEPT && characters <= MOST_KEPT_CHARACTERS;
  }

  /** Answers for a command of the store from now on. @returns false where that would be too much for now */
  adopt(command: KeptCommand): boolean {
    if (!this.hasRoomFor(command)) return false;
    this.#mine.set(command.commandId, sizeOf(command));
    return true;
  }

  /** @param done called once it is kept, or cannot be; at once where there is no store */
  keep(command: KeptCommand, done: (isKept: boolean) => void): void {
    this.#mine.set(command.commandId, sizeOf(command));
    if (!this.#ports.store) done(false);
    else void this.#next((store) => store.put(command)).then(done);
  }

  /**
   * It was refused.
   *
   * @param done called once that is kept, or cannot be; at once where there is no store. It hears whether another tab has
   *   taken the command over, if it was kept at all
   */
  refuse(commandId: CommandId, refusal: Refusal, done: (isTaken: boolean) => void): void {
    // Where the store fails or hangs nobody can say whose it is: it is told, as it is without a store.
    let isTaken = false;
    const refuse = async (store: OutboxStore): Promise<void> => {
      isTaken = !(await store.refuse(commandId, refusal));
    };
    if (!this.#ports.store) done(false);
    else void this.#next(refuse).then(() => done(isTaken));
  }

  /** It is settled, and its giver knows. */
  forget(commandId: CommandId): void {
    if (!this.#ports.store) this.#mine.delete(commandId);
    else void this.#next((store) => store.remove(commandId)).then(() => this.#mine.delete(commandId));
  }

  /** This page does not answer for it any more; it stays in the store, for the next claim. */
  disown(commandId: CommandId): void {
    this.#mine.delete(commandId);
  }

  #next(work: (store: OutboxStore) => Promise<void>): Promise<boolean> {
    const { store } = this.#ports;
    if (!store) return Promise.resolve(false);
    const done = this.#last.then(() => this.#inTime(() => work(store)));
    this.#last = done.then(() => {});
    return done;
  }

  async #inTime(work: () => Promise<void>): Promise<boolean> {
    if (this.#isStuck) return false;
    const { clock } = this.#ports;
    const isDone = this.#attempt(work);
    return new Promise((resolve) => {
      const stopWaiting = clock.setTimer(STORED_WITHIN_MS, () => {
        this.#isStuck = true;
        this.#failed("It does not answer.");
        resolve(false);
      });
      void isDone.then((done) => {
        this.#isStuck = false;
        stopWaiting();
        resolve(done);
      });
    });
  }

  async #attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      this.#isFailing = false;
      return true;
    } catch (error) {
      this.#failed(error);
      return false;
    }
  }

  #failed(detail: unknown): void {
    if (!this.#isFailing) this.#ports.fault({ kind: "not-kept", detail: String(detail) });
    this.#isFailing = true;
  }
}

function sizeOf({ command }: KeptCommand): number {
  return JSON.stringify(command).length;
}
