import { type RecordedEvent, ROOM_ACTOR } from "@rejoin/protocol";
import { NothingToSpoil } from "../plant.js";
import { type Anomaly, by } from "./anomaly.js";

/** The log is not what was promised. */
export const LOG_ANOMALIES: readonly Anomaly[] = [
  {
    about: "a log without its tail",
    plant: (history) => {
      history.append({ ...saidBy(history.playerOf("0-0")), commandId: "tail" });
      const { room } = history.log;
      const ask = { at: 0, room, client: "0-0", command: "tail" };
      const outcome = { ok: true as const, seq: history.log.head };
      history.before(
        history.first("at-rest"),
        { kind: "asked", ...ask },
        { kind: "answered", ...ask, outcome },
      );
      history.log.events.pop();
      history.log.head -= 1;
    },
    names: "lost acknowledgement",
    andMaybe: ["not in the log", "not converged"],
  },
  {
    about: "a command with two events",
    plant: (history) => {
      const said = history.log.events.find(({ type }) => type === "said");
      if (!said) throw new NothingToSpoil();
      history.append(said);
    },
    names: "second effect",
  },
  {
    about: "two events that changed places in the log",
    plant: (history) => {
      const { events } = history.log;
      const index = events.findIndex(
        (event, at) => event.type === "said" && events[at + 1]?.type === "reacted",
      );
      const at = index === -1 ? events.length - 2 : index;
      const [one, other] = [events[at], events[at + 1]] as [RecordedEvent, RecordedEvent];
      events[at] = { ...other, seq: one.seq };
      events[at + 1] = { ...one, seq: other.seq };
    },
    names: "not in the log",
    andMaybe: [
      "lost acknowledgement",
      "another number",
      "wrong state",
      "real-time order broken",
      "not converged",
    ],
  },
  {
    about: "a number that is missing in the log",
    plant: (history) => {
      const { events } = history.log;
      events.splice(
        events.findIndex(({ type }) => type === "said"),
        1,
      );
    },
    names: "hole in the log",
    andMaybe: ["lost acknowledgement", "not in the log"],
  },
  {
    about: "a number that is in the log twice",
    plant: (history) => {
      const { events } = history.log;
      const said = events.findIndex(({ type }) => type === "said");
      events.splice(said, 0, events[said] as RecordedEvent);
    },
    names: "hole in the log",
  },
  {
    about: "no log",
    plant: (history) => history.drop(...history.all("log")),
    names: "missing log",
    andMaybe: ["lost acknowledgement", "not in the log"],
  },
  {
    about: "an event of a command that nobody sent",
    plant: (history) => history.append({ ...saidBy(history.playerOf("0-0")), commandId: "nobody-sent-this" }),
    names: "phantom event",
  },
  {
    about: "an event of a player without a command",
    plant: (history) => history.append(saidBy(history.playerOf("0-0"))),
    names: "phantom event",
  },
  {
    about: "an event of the room that was not due",
    plant: (history) =>
      history.append({
        actor: ROOM_ACTOR,
        type: "player-returned",
        data: { player: history.playerOf("0-0"), seat: 0 },
        commandId: "return-of-nobody",
      }),
    names: "phantom event",
  },
  {
    about: "an event of a refused command",
    plant: (history) => {
      const { client, command } = history.refused();
      history.append({ ...saidBy(history.playerOf(client)), commandId: command });
    },
    names: "event of a refused command",
  },
];

function saidBy(actor: string) {
  return { actor, type: "said" as const, data: { text: "planted", by } };
}
