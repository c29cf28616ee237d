/** Errors by which a database says that it is in trouble itself, whatever was asked: see PostgreSQL's documentation, appendix A. */
const TROUBLE = [
  /** insufficient resources: the disk is full, there are too many connections */
  /^53/,
  /** operator intervention: it is shutting down, starting or recovering */
  /^57P/,
  /** system error: a file could not be read or written */
  /^58/,
  /** it takes no writes for the time being */
  /^25006$/,
];

/** For so long after the last trouble a database is not trusted, in milliseconds: those who ask again do so more often. */
const REMEMBERED_MS = 3_000;

/** What the queries of this server tell of its database. A read may succeed while every write fails. */
export class DatabaseHealth {
  readonly #now: () => number;
  #troubledAt = Number.NEGATIVE_INFINITY;
  #isSilent = false;

  /** @param now milliseconds of a clock that never jumps */
  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  /** Whether nothing speaks against sending players here. */
  get isWell(): boolean {
    return !this.#isSilent && this.#now() - this.#troubledAt > REMEMBERED_MS;
  }

  /** Whether the last thing known of it is that it did not answer in time. */
  get isSilent(): boolean {
    return this.#isSilent;
  }

  answered(): void {
    this.#isSilent = false;
  }

  failed(error: unknown): void {
    const { code, message } = error as { code?: unknown; message?: string };
    // The driver gives its own limit no code.
    this.#isSilent = code === undefined && message === "Query read timeout";
    if (TROUBLE.some((trouble) => trouble.test(String(code)))) this.#troubledAt = this.#now();
  }
}
