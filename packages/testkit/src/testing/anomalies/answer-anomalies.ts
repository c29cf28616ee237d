import { NothingToSpoil } from "../plant.js";
import { type Anomaly, latestAcknowledged } from "./anomaly.js";

const OTHER_ROOM = "88888888-0000-4000-8000-000000000000";

/** What players are told of their commands is wrong, or late, or early. */
export const ANSWER_ANOMALIES: readonly Anomaly[] = [
  {
    about: "an acknowledgement of what is not there",
    plant: (history) => {
      const answered = history.refused();
      const settled = history.first("settled", ({ command }) => command === answered.command);
      answered.outcome = { ok: true, seq: history.oldest };
      settled.outcome = { ok: true, seq: history.oldest };
    },
    names: "lost acknowledgement",
  },
  {
    about: "an answer before its commit",
    needs: { commits: true },
    plant: (history) => {
      const { answered, seq } = latestAcknowledged(history);
      const commit = history.first("committed", (one) => one.seq === seq);
      history.drop(answered);
      history.before(commit, answered);
    },
    names: "early answer",
  },
  {
    about: "an answer that names another number than the first",
    plant: (history) => {
      const { answered, seq } = latestAcknowledged(history);
      history.after(answered, { ...answered, outcome: { ok: true, seq: seq - 1 } });
    },
    names: "another number",
  },
  {
    about: "a late refusal of what was acknowledged",
    plant: (history) => {
      const { answered } = latestAcknowledged(history);
      history.after(answered, { ...answered, outcome: { ok: false, code: "wrong-phase", retryable: false } });
    },
    names: "contradicting answers",
  },
  {
    about: "a player who was told of a refusal, after it was acknowledged",
    plant: (history) => {
      const { answered } = latestAcknowledged(history);
      const settled = history.first("settled", ({ command }) => command === answered.command);
      settled.outcome = { ok: false, code: "wrong-phase", retryable: false };
    },
    names: "contradicting answers",
  },
  {
    about: "a wish that opened two rooms",
    plant: (history) => {
      const answered = history.first("creation-answered");
      history.after(answered, { ...answered, outcome: { ok: true, room: OTHER_ROOM } });
    },
    names: "second room",
  },
  {
    about: "a later command with a lower number",
    plant: (history) => {
      const { answered: later, seq } = latestAcknowledged(history);
      const earlier = history.acknowledged.find((one) => one.seq < seq && one.answered.at < later.at);
      if (!earlier) throw new NothingToSpoil();
      const asked = history.all("asked").filter(({ command }) => command === earlier.answered.command);
      history.drop(...asked);
      history.after(later, ...asked);
    },
    names: "real-time order broken",
  },
  {
    about: "a command that was never settled",
    plant: (history) => history.drop(history.first("settled")),
    names: "never settled",
  },
  {
    about: "a wish for a room that was never settled",
    plant: (history) => history.drop(history.first("creation-answered")),
    names: "never settled",
  },
];
