import { fileURLToPath } from "node:url";
import { freePort, type ServerEnd, ServerProcess, TcpProxy } from "@rejoin/testkit";
import { pause } from "../pause.js";

/** The checkout, whose built server is run. */
export const checkoutRoot = fileURLToPath(new URL("../../..", import.meta.url));

/** A server that was never ready in so many lives will not be. */
const HOPELESS_LIVES = 5;

export interface AttackedServerOptions {
  name: string;
  databaseUrl: string;
  /** Settings of the server, by their names in the environment. */
  settings: Readonly<Record<string, string>>;
  /** What goes wrong by itself in the life that begins now, as FAILPOINTS has it; empty for nothing. */
  nextFailpoints: () => string;
  /** How long it stays down after each death, in milliseconds. */
  downtimeMs: () => number;
  /** Hears of each process that starts. */
  spawned: (pid: number) => void;
  /** Hears of each death, and by what. */
  died: (server: AttackedServer, cause: string, end: ServerEnd) => void;
}

/**
 * One server with a network before it and another one behind it, all of which can be made to fail. As an operator would, it
 * starts the server again whenever it is gone, for whatever reason.
 */
export class AttackedServer implements AsyncDisposable {
  readonly name: string;
  /** Between the players and the server. */
  readonly front: TcpProxy;
  /** Between the server and Postgres. */
  readonly back: TcpProxy;
  readonly #options: AttackedServerOptions;
  readonly #process: ServerProcess;
  readonly #closing = new AbortController();
  #keeping: Promise<void> = Promise.resolve();
  #cause: string | null = null;
  #isReady = false;
  #tellReady = (): void => {};
  #tellHopeless = (_: Error): void => {};
  readonly #wasReady = new Promise<void>((resolve, reject) => {
    this.#tellReady = resolve;
    this.#tellHopeless = reject;
  });
  /** Lives so far. */
  lives = 0;
  /** How long it took to be ready, in milliseconds, for each life that came so far. */
  readonly startTimes: number[] = [];

  private constructor(
    options: AttackedServerOptions,
    front: TcpProxy,
    back: TcpProxy,
    process: ServerProcess,
  ) {
    this.name = options.name;
    this.front = front;
    this.back = back;
    this.#options = options;
    this.#process = process;
  }

  /** Resolves when it is ready for the first time. @throws when it ends again and again before that */
  static async start(options: AttackedServerOptions): Promise<AttackedServer> {
    const database = new URL(options.databaseUrl);
    const back = await TcpProxy.listen({ port: Number(database.port) });
    database.port = String(back.port);
    const port = await freePort();
    const front = await TcpProxy.listen({ port });
    const process = ServerProcess.prepare({
      root: checkoutRoot,
      port,
      env: { ...options.settings, DATABASE_URL: database.href, NODE_ENV: "test" },
      readyWithinMs: 120_000,
      spawned: options.spawned,
    });
    const server = new AttackedServer(options, front, back, process);
    server.#keeping = server.#keep();
    try {
      await server.#wasReady;
      return server;
    } catch (error) {
      await server[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** Where players reach it. */
  get url(): string {
    return this.front.url;
  }

  /** Where it can be asked for its figures, past the faulty network. */
  get ownUrl(): string {
    return this.#process.url;
  }

  /** Whether it was ready, and has not died since. */
  get isReady(): boolean {
    return this.#isReady;
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** @param cause as it is counted */
  kill(cause: string): void {
    this.#cause = cause;
    this.#process.signal("SIGKILL");
  }

  /** SIGTERM. @returns how long it took to be gone, in milliseconds, and its exit code; null where it had to be killed */
  async drain(cause: string): Promise<{ ms: number; code: number | null }> {
    this.#cause = cause;
    const ended = this.#process.ended;
    const begun = performance.now();
    this.#process.signal("SIGTERM");
    const end = await ended;
    return { ms: performance.now() - begun, code: end?.code ?? null };
  }

  /** Stops it where it stands, and lets it go on. */
  freeze(): void {
    this.#process.signal("SIGSTOP");
  }

  thaw(): void {
    this.#process.signal("SIGCONT");
  }

  /** What it printed last, for whoever looks into a failure. */
  get output(): string {
    return this.#process.output;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    this.thaw();
    await this.#process.kill();
    await this.#keeping;
    await Promise.all([this.front.close(), this.back.close()]);
  }

  async #keep(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      await this.#live();
      if (!signal.aborted) await pause(this.#options.downtimeMs(), signal);
    }
  }

  async #live(): Promise<void> {
    this.lives += 1;
    this.#cause = null;
    const begun = performance.now();
    const starting = this.#process.restart({ FAILPOINTS: this.#options.nextFailpoints() }).then(
      () => this.#ready(begun),
      () => undefined,
    );
    await starting;
    const end = await this.#process.ended;
    this.#isReady = false;
    if (end && !this.#closing.signal.aborted) this.#options.died(this, this.#causeOf(end), end);
    if (end && this.lives === HOPELESS_LIVES && this.startTimes.length === 0)
      this.#tellHopeless(new Error(`${this.name} does not start:\n${end.output.trim().slice(-2_000)}`));
  }

  #causeOf(end: ServerEnd): string {
    if (this.#cause === null) return causeOf(end);
    // Whoever is asked to go may do so well or badly.
    return end.signal === null ? `${this.#cause}, exit ${end.code}` : this.#cause;
  }

  #ready(begun: number): void {
    this.#isReady = true;
    this.#tellReady();
    this.startTimes.push(performance.now() - begun);
  }
}

/** What nobody here did, the server did by itself: at a failpoint, or by going wrong. */
function causeOf({ code, signal, output }: ServerEnd): string {
  const failpoint = /failpoint (\S+)\s*$/.exec(output)?.[1];
  if (signal === "SIGKILL" && failpoint) return `kill -9 ${failpoint}`;
  return signal ? `signal ${signal}` : `exit ${code}`;
}
