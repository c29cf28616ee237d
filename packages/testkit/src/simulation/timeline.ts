interface Moment {
  at: number;
  /** Of two moments of the same time the one that was set first comes first. */
  order: number;
  fire: (() => void) | null;
}

/** The virtual time, and what will happen in it. Nothing here waits: the next moment comes as soon as this one is over. */
export class Timeline {
  #now = 0;
  #set = 0;
  readonly #heap: Moment[] = [];

  /** Milliseconds since the beginning. */
  get now(): number {
    return this.#now;
  }

  /** @returns how to call it off */
  at(time: number, fire: () => void): () => void {
    const moment: Moment = { at: Math.max(time, this.#now), order: this.#set++, fire };
    this.#push(moment);
    return () => {
      moment.fire = null;
    };
  }

  after(ms: number, fire: () => void): () => void {
    return this.at(this.#now + Math.max(0, ms), fire);
  }

  /** Lets the next thing happen. @returns whether there was one before `until`; otherwise it is `until` now */
  step(until: number): boolean {
    for (let next = this.#heap[0]; next && next.at <= until; next = this.#heap[0]) {
      this.#pop();
      const { fire } = next;
      if (!fire) continue;
      this.#now = next.at;
      fire();
      return true;
    }
    this.#now = until;
    return false;
  }

  #push(moment: Moment): void {
    const heap = this.#heap;
    let index = heap.push(moment) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(moment, heap[parent] as Moment)) break;
      heap[index] = heap[parent] as Moment;
      index = parent;
    }
    heap[index] = moment;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1] as Moment, heap[child] as Moment)) child += 1;
      if (!isBefore(heap[child] as Moment, last)) break;
      heap[index] = heap[child] as Moment;
      index = child;
    }
    heap[index] = last;
  }
}

function isBefore(one: Moment, other: Moment): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
