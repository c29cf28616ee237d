import type { RoomId } from "@rejoin/protocol";
import type { AskDriver } from "../database/prisma.js";
import type { Failpoints } from "../failpoints.js";
import { appendStatement, type PassedOver } from "./append-statement.js";
import type { Append, AppendResult } from "./event-log.js";
import { GroupCommit } from "./group-commit.js";
import { mint } from "./mint.js";
import { isAboutTheStatement, isRepetition } from "./postgres-errors.js";
import { unavailable } from "./unavailable.js";

/**
 * Events in one commit at the most: enough to make the commit's own cost small, few enough to hold locks shortly, and to have
 * something to tell while the next one is under way.
 */
const EVENTS_A_COMMIT = 800;
/** Commits under way at the same time. One tells what was committed while Postgres is busy with the other. */
const COMMITS_AT_ONCE = 2;

/**
 * How far apart commits begin, in milliseconds. However little is in it, a commit costs a third of a millisecond of processor time:
 * begun at once for each, those of a busy table would keep from its processor those who wait to hear of them.
 */
const COMMITS_APART_MS = 6;

/** The appends to all logs in Postgres, many of them in one commit. */
export class PostgresAppends {
  readonly #driver: AskDriver;
  readonly #failpoints: Failpoints;
  readonly #ended: (how: AppendResult["kind"]) => void;
  readonly #commits: GroupCommit<Append, AppendResult>;

  /** @param ended hears how each append ended, when it is known */
  constructor(driver: AskDriver, failpoints: Failpoints, ended: (how: AppendResult["kind"]) => void) {
    this.#driver = driver;
    this.#failpoints = failpoints;
    this.#ended = ended;
    this.#commits = new GroupCommit({
      commit: (appends) => this.#commit(appends),
      isolates: isAboutTheStatement,
      weigh: ({ events }) => events.length,
      largest: EVENTS_A_COMMIT,
      lanes: COMMITS_AT_ONCE,
      apartMs: COMMITS_APART_MS,
    });
  }

  /** When a commit is about to begin. */
  get commits(): Pick<GroupCommit<Append, AppendResult>, "turn"> {
    return this.#commits;
  }

  /** As `EventLog.append`. */
  async append(append: Append): Promise<AppendResult> {
    const result = await unavailable(() => this.#commits.add(append));
    this.#ended(result.kind);
    return result;
  }

  async #commit(appends: readonly Append[]): Promise<AppendResult[]> {
    const first = firstOfEachRoom(appends);
    this.#failpoints.pass("before-commit");
    const passedOver = await this.#appendAll([...first.values()]);
    this.#failpoints.pass("after-commit");
    const byRoom = new Map(passedOver.map((one) => [one.room, one]));
    return appends.map((append) =>
      first.get(append.room) === append ? resultOf(append, byRoom.get(append.room)) : { kind: "conflict" },
    );
  }

  /**
   * Nearly always every command is new and every head as expected, so commands are looked up only where that turns out
   * not to be so.
   */
  async #appendAll(appends: readonly Append[]): Promise<PassedOver[]> {
    try {
      const passedOver = await this.#append(appends, { looksUp: false });
      if (passedOver.length === 0) return passedOver;
      const left = new Set(passedOver.map(({ room }) => room));
      const again = appends.filter(({ room }) => left.has(room));
      return await this.#append(again, { looksUp: true });
    } catch (error) {
      if (!isRepetition(error)) throw error;
      return this.#append(appends, { looksUp: true });
    }
  }

  /** @returns the rooms to which nothing was appended */
  async #append(appends: readonly Append[], how: { looksUp: boolean }): Promise<PassedOver[]> {
    const [appended, left] = await this.#driver(appendStatement(appends, how));
    const passedOver: PassedOver[] = typeof left === "string" ? JSON.parse(left) : [];
    if (appended === appends.length - passedOver.length) return passedOver;
    throw new Error(`of ${appends.length} rooms, ${appended} were appended to`);
  }
}

/** Of two appends to one room in one commit the second was decided without the first: it conflicts. */
function firstOfEachRoom(appends: readonly Append[]): Map<RoomId, Append> {
  return new Map([...appends].reverse().map((append) => [append.room, append]));
}

function resultOf({ expectedHead, events }: Append, passedOver: PassedOver | undefined): AppendResult {
  if (!passedOver)
    return { kind: "appended", events: events.map((event, index) => mint(expectedHead + 1 + index, event)) };
  return passedOver.known ? { kind: "known", commands: passedOver.known } : { kind: "conflict" };
}
