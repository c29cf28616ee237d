import { viewState } from "@rejoin/rules";
import { digestOf } from "../../history/digest.js";
import type { RecordOf } from "../../history/record.js";
import { NothingToSpoil, type Planting } from "../plant.js";
import type { Anomaly } from "./anomaly.js";

/** Clients hold something else than they were given, or end elsewhere. */
export const HOLDING_ANOMALIES: readonly Anomaly[] = [
  {
    about: "an event that a client never was given, and went past",
    plant: (history) => {
      const { client, seq } = history.first("held", (held) => held.seq > (held.base ?? 0) + 1);
      for (const heard of history.all("heard"))
        if (heard.client === client) heard.events = heard.events.filter(([number]) => number !== seq);
    },
    names: "hole in application",
  },
  {
    about: "a last event that a client never was given, and holds",
    plant: (history) => {
      const { head } = history.log;
      const { client } = history.first("held", ({ seq, base }) => seq === head && base !== head);
      for (const heard of history.all("heard"))
        if (heard.client === client) heard.events = heard.events.filter(([number]) => number !== head);
    },
    names: "hole in application",
  },
  {
    about: "a client that keeps fewer events than its number says",
    plant: (history) => {
      const held = history.first("held", ({ length }) => (length ?? 0) > 1);
      held.length = (held.length ?? 0) - 1;
    },
    names: "hole in application",
  },
  {
    about: "a client in the next life of the log without a snapshot",
    needs: { restored: true },
    plant: (history) => {
      const { epoch } = history.log;
      const { client } = history.first("held", (held) => held.epoch === epoch);
      const isIts = (snapshot: RecordOf<"snapshot">) =>
        snapshot.client === client && snapshot.epoch === epoch;
      history.drop(...history.all("snapshot").filter(isIts));
    },
    names: "base moved without a snapshot",
    andMaybe: ["hole in application"],
  },
  {
    about: "a client with another state",
    plant: (history) => {
      const held = history.first("held");
      held.state = (held.state ?? 0) + 1;
    },
    names: "wrong state",
  },
  {
    about: "a snapshot with another state",
    plant: (history) => {
      history.first("snapshot").state += 1;
    },
    names: "wrong state",
  },
  {
    about: "a head that falls",
    plant: (history) => {
      const held = history.first("held", ({ seq }) => seq > 2);
      const { base: _, length: __, state: ___, ...rest } = held;
      history.after(held, { ...rest, seq: held.seq - 1 });
    },
    names: "falling head",
  },
  {
    about: "a head heard of that falls",
    plant: (history) => {
      const held = history.first("held", ({ seq }) => seq > 2);
      history.after(held, { ...held, head: held.head - 1 });
    },
    names: "falling head",
  },
  {
    about: "an acknowledged command that is not there after coming back",
    plant: (history) => {
      const { joined, seq } = comingBack(history);
      joined.head = seq - 1;
    },
    names: "own command invisible",
  },
  {
    about: "a client that says it is level without its own acknowledged command",
    plant: (history) => {
      const { joined, seq } = comingBack(history);
      const { room, client, epoch } = joined;
      const forgetful = `${client} again`;
      const began = {
        kind: "client-began" as const,
        at: 0,
        client: forgetful,
        player: history.playerOf(client),
      };
      history.records.unshift(began);
      const held = { room, client: forgetful, epoch, seq: 0, head: 0, live: true };
      history.after(joined, { ...joined, client: forgetful, head: seq }, { kind: "held", at: 0, ...held });
    },
    names: "own command invisible",
  },
  {
    about: "a client that came to rest too early",
    plant: (history) => {
      const rest = history.first("at-rest");
      rest.seq -= 1;
      rest.state = digestOf(viewState(history.state(rest.seq), history.playerOf(rest.client)));
    },
    names: "not converged",
  },
  {
    about: "a client that came to rest with another state",
    plant: (history) => {
      history.first("at-rest").state = 7;
    },
    names: "not converged",
  },
  {
    about: "a client of whom nothing was heard at the end",
    plant: (history) => history.drop(history.first("at-rest")),
    names: "not converged",
  },
];

/** Somebody who comes back after one of their commands was acknowledged. */
function comingBack(history: Planting): { joined: RecordOf<"joined">; seq: number } {
  for (const joined of history.all("joined").filter(({ how }) => how === "join")) {
    const player = history.playerOf(joined.client);
    const own = history.acknowledged.findLast(
      ({ answered }) => answered.at < joined.askedAt && history.playerOf(answered.client) === player,
    );
    if (own) return { joined, seq: own.seq };
  }
  throw new NothingToSpoil();
}
