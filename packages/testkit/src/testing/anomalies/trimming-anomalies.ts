import type { RecordOf } from "../../history/record.js";
import { NothingToSpoil, type Planting } from "../plant.js";
import type { Anomaly } from "./anomaly.js";

const needs = { trimmed: true, steps: 200 };

/** What the log does not keep any more was told differently, or the log keeps too little. */
export const TRIMMING_ANOMALIES: readonly Anomaly[] = [
  {
    about: "an event that is not kept, and that one person heard otherwise the second time",
    needs,
    plant: (history) => {
      const [, again] = hearings(
        history,
        (one, other) => playerOf(history, one) === playerOf(history, other),
      );
      again.pair[1] += 1;
    },
    names: "heard differently",
  },
  {
    about: "an event that is not kept, and looked different to three people",
    needs,
    plant: (history) => {
      const [first, ...others] = hearingsByAll(history);
      others.forEach(({ pair }, index) => {
        pair[1] = (first?.pair[1] ?? 0) + 1 + index;
      });
    },
    names: "heard differently",
  },
  {
    about: "two pages of a player with different states at a number that is not kept",
    needs,
    plant: (history) => {
      const known = history.log.base?.seq ?? 0;
      const early = history.all("held").filter(({ seq, epoch, state }) => epoch && state && seq < known);
      for (const held of early) {
        const twin = early.find(
          (one) => one !== held && one.seq === held.seq && playerOf(history, one) === playerOf(history, held),
        );
        if (!twin) continue;
        twin.state = (twin.state ?? 0) + 1;
        return;
      }
      throw new NothingToSpoil();
    },
    names: "wrong state",
  },
  {
    about: "two commands that were acknowledged as one number that is not kept",
    needs,
    plant: (history) => {
      const [one, other] = acknowledgedBelow(history);
      const { command } = other;
      const told = [...history.all("answered"), ...history.all("settled")];
      for (const record of told) if (record.command === command) record.outcome = one.outcome;
    },
    names: "lost acknowledgement",
    andMaybe: ["real-time order broken"],
  },
  {
    about: "a command that was acknowledged as two numbers that are not kept",
    needs,
    plant: (history) => {
      const [one, other] = acknowledgedBelow(history);
      history.after(other, { ...other, outcome: one.outcome });
    },
    names: "another number",
    andMaybe: ["lost acknowledgement"],
  },
  {
    about: "a log that was trimmed, and nothing stands for what is gone",
    needs,
    plant: (history) => {
      delete history.log.base;
    },
    names: "hole in the log",
  },
  {
    about: "a log that was trimmed of more than what stands for it",
    needs,
    plant: (history) => {
      const { log } = history;
      log.first = (log.base?.seq ?? 0) + 2;
      log.events = log.events.filter(({ seq }) => seq >= history.oldest);
    },
    names: "hole in the log",
    andMaybe: ["lost acknowledgement"],
  },
];

interface Hearing {
  heard: RecordOf<"heard">;
  pair: [seq: number, digest: number];
}

function playerOf(history: Planting, { client }: { client: string }): string {
  return history.playerOf(client);
}

function heardBelow(history: Planting): Hearing[] {
  const { epoch } = history.log;
  return history
    .all("heard")
    .flatMap((heard) =>
      heard.epoch === epoch
        ? heard.events.filter(([seq]) => seq < history.oldest).map((pair) => ({ heard, pair }))
        : [],
    );
}

/** Two hearings of one event that is not kept. @throws NothingToSpoil */
function hearings(
  history: Planting,
  fit: (one: RecordOf<"heard">, other: RecordOf<"heard">) => boolean,
): [Hearing, Hearing] {
  const all = heardBelow(history);
  for (const one of all) {
    const other = all.find(
      ({ heard, pair }) => pair !== one.pair && pair[0] === one.pair[0] && fit(one.heard, heard),
    );
    if (other) return [one, other];
  }
  throw new NothingToSpoil();
}

/** Hearings of one event that is not kept, one of each of three people who heard it once. @throws NothingToSpoil */
function hearingsByAll(history: Planting): Hearing[] {
  const all = heardBelow(history);
  for (const { pair } of all) {
    const same = all.filter((one) => one.pair[0] === pair[0]);
    const people = new Set(same.map(({ heard }) => playerOf(history, heard)));
    if (people.size > 2 && people.size === same.length) return same;
  }
  throw new NothingToSpoil();
}

/** Two answers with numbers that are not kept. @throws NothingToSpoil */
function acknowledgedBelow(history: Planting): [RecordOf<"answered">, RecordOf<"answered">] {
  const below = history.acknowledged.filter(({ seq }) => seq < history.oldest);
  const [one, other] = below.map(({ answered }) => answered);
  if (!one || !other || one.command === other.command) throw new NothingToSpoil();
  return [one, other];
}
