import type { RecordOf } from "../../history/record.js";
import type { Planting } from "../plant.js";
import type { Anomaly } from "./anomaly.js";

/** Something is told that is not in the log, or not yet. */
export const TELLING_ANOMALIES: readonly Anomaly[] = [
  {
    about: "two events that changed places in a packet",
    plant: (history) => {
      const { events } = history.first("heard", (heard) => heard.events.length > 1 && isKept(history, heard));
      const [one, other] = events as [[number, number], [number, number]];
      [one[1], other[1]] = [other[1], one[1]];
    },
    names: "not in the log",
  },
  {
    about: "a broadcast before its commit",
    needs: { commits: true },
    plant: (history) => {
      const heard = history.first(
        "heard",
        ({ events }) => events.length === 1 && isTold(history, events[0]?.[0]),
      );
      const commit = history.first("committed", ({ seq }) => seq === heard.events[0]?.[0]);
      history.drop(commit);
      history.after(heard, commit);
    },
    names: "early broadcast",
  },
  {
    about: "a broadcast of what was never committed",
    plant: (history) => {
      const { head } = history.log;
      history
        .all("heard")
        .at(-1)
        ?.events.push([head + 1, 12345]);
    },
    names: "not in the log",
  },
  {
    about: "a broadcast of another event than the one that was committed",
    plant: (history) => {
      const [event] = history.first("heard", (heard) => isKept(history, heard)).events;
      if (event) event[1] += 1;
    },
    names: "not in the log",
  },
  {
    about: "a beacon beyond the end",
    plant: (history) => {
      history.first("beacon").head = history.log.head + 1;
    },
    names: "not in the log",
  },
];

function isKept({ oldest }: Planting, { events }: RecordOf<"heard">): boolean {
  return events.every(([seq]) => seq >= oldest);
}

/** Whether a number is not heard of in any other way before: no packet of several, no late answer. */
function isTold(history: Planting, seq: number | undefined): boolean {
  const first = history.first("heard", ({ events }) => events.some(([number]) => number === seq));
  return first.events.length === 1 && history.all("committed").some((commit) => commit.seq === seq);
}
