import { type Append, type AppendResult, type EventLog, LogUnavailable } from "../log/event-log.js";

/** What happens to one append. */
export interface AppendPlan {
  /** It reaches the log only after this. */
  before?: Promise<unknown>;
  /** It is in the log, and its answer comes only after this. */
  after?: Promise<unknown>;
  /** It never reaches the log, or it does and the answer is lost: its sender cannot tell which. */
  outcome?: "never-arrives" | "answer-lost";
}

/** A log whose appends can be delayed, lost, or recorded without an answer, as those of a log behind a network can. */
export class FaultyLog implements EventLog {
  readonly inner: EventLog;
  /** Appends that were asked for, in order. */
  readonly appends: Append[] = [];
  /** The most that were under way at once. */
  mostAtOnce = 0;
  /** While true, every call is refused before it reaches the log. */
  away = false;
  #underWay = 0;
  readonly #plans: AppendPlan[] = [];

  constructor(inner: EventLog) {
    this.inner = inner;
  }

  /** Says what happens to the next appends, one after the other; those after them go through. */
  plan(...plans: AppendPlan[]): void {
    this.#plans.push(...plans);
  }

  async append(append: Append): Promise<AppendResult> {
    this.appends.push(append);
    this.#underWay += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#underWay);
    try {
      return await this.#append(append, this.#plans.shift() ?? {});
    } finally {
      this.#underWay -= 1;
    }
  }

  async #append(append: Append, { before, after, outcome }: AppendPlan): Promise<AppendResult> {
    await before;
    if (outcome === "never-arrives") throw new LogUnavailable("it never arrived");
    const result = await this.#call(() => this.inner.append(append));
    await after;
    if (outcome === "answer-lost") throw new LogUnavailable("the answer was lost");
    return result;
  }

  readonly open: EventLog["open"] = (opening) => this.#call(() => this.inner.open(opening));
  read: EventLog["read"] = (...from) => this.#call(() => this.inner.read(...from));
  findCommand: EventLog["findCommand"] = (...command) => this.#call(() => this.inner.findCommand(...command));
  readonly locate: EventLog["locate"] = (code) => this.#call(() => this.inner.locate(code));
  endsOf: EventLog["endsOf"] = (room) => this.#call(() => this.inner.endsOf(room));
  heads: EventLog["heads"] = (rooms) => this.#call(() => this.inner.heads(rooms));
  claimDue: EventLog["claimDue"] = (...when) => this.#call(() => this.inner.claimDue(...when));
  readonly wakeLater: EventLog["wakeLater"] = (...when) => this.#call(() => this.inner.wakeLater(...when));
  readonly openRooms: EventLog["openRooms"] = (limit) => this.#call(() => this.inner.openRooms(limit));
  newestSnapshot: EventLog["newestSnapshot"] = (...which) =>
    this.#call(() => this.inner.newestSnapshot(...which));
  storeSnapshot: EventLog["storeSnapshot"] = (...snapshot) =>
    this.#call(() => this.inner.storeSnapshot(...snapshot));
  readonly trim: EventLog["trim"] = (...what) => this.#call(() => this.inner.trim(...what));
  readonly purgeClosed: EventLog["purgeClosed"] = (...what) =>
    this.#call(() => this.inner.purgeClosed(...what));
  readonly wentBack: EventLog["wentBack"] = (...what) => this.#call(() => this.inner.wentBack(...what));

  async #call<T>(ask: () => Promise<T>): Promise<T> {
    if (this.away) throw new LogUnavailable("the log is away");
    return ask();
  }
}

/** A promise that a test resolves when it wants. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
