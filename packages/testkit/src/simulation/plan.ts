import type { Visibility } from "@rejoin/protocol";
import type { Weather, WireKind } from "./weather.js";

/** All that happens in one run from outside of the product, as JSON. A step that has nothing to act on does nothing. */
export interface Plan {
  seed: number;
  wire: WireKind;
  /** Until the faults stop. */
  weather: Weather;
  database: DatabaseWeather;
  /** How far each server's wall clock is off at first, in milliseconds. */
  servers: readonly number[];
  /** How many devices each person has. */
  people: readonly number[];
  rooms: readonly PlannedRoom[];
  /**
   * How long events are kept. A command that is asked again after its event is gone is a new one, so with a short memory
   * nobody's device fails them while the outcome of something that they asked is open.
   */
  memory: "long" | "short";
  /** How many events somebody may be behind to be given them. */
  catchUpEvents: number;
  /** In the order of their times. */
  steps: readonly Step[];
}

export interface PlannedRoom {
  game: string;
  visibility: Visibility;
}

/** How the database answers each call. Times are in milliseconds, chances from 0 to 1. */
export interface DatabaseWeather {
  answerMs: readonly [least: number, most: number];
  slow: number;
  slowMs: number;
  /** It does not get the call, and its caller learns so. */
  fails: number;
  /** It does what was asked, and its answer is lost. */
  answerLost: number;
  /** Its caller is told that it did not answer, and later it does what was asked. */
  doneLater: number;
}

export const FAIR_DATABASE: DatabaseWeather = {
  answerMs: [0.3, 3],
  slow: 0,
  slowMs: 0,
  fails: 0,
  answerLost: 0,
  doneLater: 0,
};

/** `device`, `room` and `server` count from 0; devices through all people. Times are in milliseconds. */
export type Step = { at: number } & StepKind;
export type StepOf<Kind extends StepKind["do"]> = Extract<Step, { do: Kind }>;
export type StepKind =
  | { do: "open-page"; device: number }
  | { do: "create-room"; device: number; room: number }
  | { do: "enter"; device: number; room: number; by: "code" | "id" }
  | { do: "let-go"; device: number; room: number }
  /** The person does something that fits what they see; `dice` decides what. */
  | { do: "act"; device: number; room: number; dice: number }
  /** Whoever can makes the game go on: takes a seat, is ready, or moves. */
  | { do: "play"; room: number; dice: number }
  /** The person wants a bot to sit down. */
  | { do: "call-bot"; device: number; room: number; strength: "easy" | "hard" }
  /** The person says many things, as fast as they go: the log grows beyond one page. */
  | { do: "chatter"; device: number; room: number; times: number }
  | { do: "visit-lobby"; device: number; forMs: number }
  | { do: "close-page"; device: number }
  | { do: "reload"; device: number }
  | { do: "sleep"; device: number; forMs: number }
  | { do: "offline"; device: number; forMs: number; isTold: boolean }
  | { do: "cut"; device: number; noticed: "soon" | "by silence" }
  | { do: "hole"; device: number; way: "up" | "down"; forMs: number }
  | { do: "crash"; server: number; when: "now" | "before-commit" | "after-commit"; backAfterMs: number }
  | { do: "drain"; server: number; backAfterMs: number }
  | { do: "pause"; server: number; forMs: number }
  | { do: "jump-clock"; server: number; byMs: number }
  | { do: "lose-database"; server: number | "all"; forMs: number }
  | { do: "copy-database" }
  /**
   * An operator puts the last copy of the database back, and gives every room a new epoch: while no server runs, or, where a
   * standby was promoted, while they do; then each is started again within that time.
   */
  | { do: "restore-database"; servers: "stopped" | "running"; forMs: number };
