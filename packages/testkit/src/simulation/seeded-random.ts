/**
 * Random numbers that come out the same for the same seed (sfc32, of PractRand). Whoever needs numbers of their own forks
 * a stream by name: what one part draws then changes nothing for the others, so that a plan can be made smaller without
 * everything in it happening differently.
 */
export class SeededRandom {
  readonly #seed: string;
  readonly #words: Uint32Array;

  constructor(seed: string | number) {
    this.#seed = String(seed);
    this.#words = wordsOf(this.#seed);
    for (let round = 0; round < 12; round++) this.next();
  }

  /** From 0 up to, not including, 1. */
  readonly next = (): number => {
    const words = this.#words;
    const [a = 0, b = 0, c = 0, count = 0] = words;
    const sum = (a + b + count) | 0;
    words[0] = b ^ (b >>> 9);
    words[1] = c + (c << 3);
    words[2] = ((c << 21) | (c >>> 11)) + sum;
    words[3] = count + 1;
    return (sum >>> 0) / 4_294_967_296;
  };

  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  between(least: number, most: number): number {
    return least + this.next() * (most - least);
  }

  /** A whole number, both ends included. */
  whole(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  chance(probability: number): boolean {
    return probability > 0 && this.next() < probability;
  }

  /** @throws for an empty list */
  pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new Error("there is nothing to pick from");
    return items[this.below(items.length)] as Item;
  }

  /** So many different ones of a list, or all of them where there are fewer. */
  some<Item>(count: number, items: readonly Item[]): Item[] {
    const left = [...items];
    const drawn: Item[] = [];
    while (drawn.length < count && left.length > 0) drawn.push(...left.splice(this.below(left.length), 1));
    return drawn;
  }

  /** Picks a key, each as often as its weight says. @throws where nothing has any weight */
  weighted<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>): Key {
    const entries = Object.entries(weights) as [Key, number][];
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    throw new Error("nothing has any weight");
  }

  fork(name: string): SeededRandom {
    return new SeededRandom(`${this.#seed}/${name}`);
  }

  /** Hexadecimal digits. */
  digits(count: number): string {
    return Array.from({ length: count }, () => this.below(16).toString(16)).join("");
  }

  uuid(): string {
    const digits = this.digits(32);
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20)}`;
  }
}

function wordsOf(text: string): Uint32Array {
  const words = new Uint32Array([0x9e37_79b9, 0x243f_6a88, 0xb7e1_5162, 1]);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    for (let word = 0; word < 3; word++)
      words[word] =
        Math.imul((words[word] ?? 0) ^ unit, 0x0100_0193 + 2 * word) ^ ((words[word] ?? 0) >>> 15);
  }
  return words;
}
