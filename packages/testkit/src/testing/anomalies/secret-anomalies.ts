import { hasSecret, view, viewState } from "@rejoin/rules";
import { digestOf } from "../../history/digest.js";
import type { RecordOf } from "../../history/record.js";
import { NothingToSpoil, type Planting } from "../plant.js";
import { type Anomaly, by, STRANGER } from "./anomaly.js";

/** Somebody learns what is not for them. */
export const SECRET_ANOMALIES: readonly Anomaly[] = [
  {
    about: "a secret that was told live",
    needs: { game: "hidden-numbers" },
    plant: (history) => leak(firstSecret(history, () => true)),
    names: "leaked secret",
  },
  {
    about: "a secret that was told in catching up",
    needs: { game: "hidden-numbers" },
    plant: (history) => {
      const caughtUp = new Set(
        history
          .all("joined")
          .flatMap(({ catchUp, at, client }) => (catchUp === "events" ? [`${client} ${at}`] : [])),
      );
      leak(firstSecret(history, ({ client, at }) => caughtUp.has(`${client} ${at}`)));
    },
    names: "leaked secret",
  },
  {
    about: "an event with its secret still written beside it",
    needs: { game: "hidden-numbers" },
    plant: (history) => {
      const { pair, event } = firstSecret(history, () => true);
      pair[1] = digestOf(event);
    },
    names: "leaked secret",
  },
  {
    about: "a secret in a snapshot",
    needs: { game: "hidden-numbers", steps: 300 },
    plant: (history) => {
      const known = history.log.base?.seq ?? 0;
      const isSecretFor = ({ client, seq }: RecordOf<"snapshot">) =>
        seq >= known &&
        digestOf(viewState(history.state(seq), history.playerOf(client))) !== digestOf(history.state(seq));
      const snapshot = history.first("snapshot", isSecretFor);
      snapshot.state = digestOf(history.state(snapshot.seq));
    },
    names: "leaked secret",
  },
  {
    about: "a beacon of a private room to somebody outside",
    needs: { visibility: "private" },
    hiddenByTrimming: true,
    plant: (history) => {
      const { room } = history.log;
      history.records.unshift({ kind: "client-began", at: 0, client: "stranger", player: STRANGER });
      history.before(history.log, { kind: "beacon", at: 0, room, client: "stranger", head: 1 });
    },
    names: "private room leaked",
  },
  {
    about: "a private room in the directory",
    needs: { visibility: "private" },
    hiddenByTrimming: true,
    plant: (history) => {
      const { room } = history.log;
      history.before(history.log, { kind: "listed", at: 0, room, client: "0-0", list: "directory" });
    },
    names: "private room leaked",
  },
  {
    about: "somebody let into a private room before they were invited",
    needs: { visibility: "private" },
    hiddenByTrimming: true,
    plant: (history) => {
      const { room, epoch, head } = history.log;
      history.records.unshift({ kind: "client-began", at: 0, client: "stranger", player: STRANGER });
      const joined = { how: "join", askedAt: 0, epoch, catchUp: "none" } as const;
      history.before(history.log, { kind: "joined", at: 0, room, client: "stranger", head, ...joined });
      history.append({
        actor: history.state().host.id,
        type: "invited",
        data: { player: STRANGER, by },
        commandId: "invite",
      });
      const ask = { at: 0, room, client: "0-0", command: "invite" };
      history.before(history.first("at-rest"), { kind: "asked", ...ask });
    },
    names: "private room leaked",
  },
];

/** A packet with an event that hides something from whoever heard it. */
function firstSecret(history: Planting, fits: (heard: RecordOf<"heard">) => boolean) {
  for (const heard of history.all("heard").filter(fits)) {
    const player = history.playerOf(heard.client);
    for (const pair of heard.events.filter(([seq]) => seq >= history.oldest)) {
      const event = history.event(pair[0]);
      if (hasSecret(event) && digestOf(view(event, event.actor)) !== pair[1] && player !== event.actor)
        return { pair, event };
    }
  }
  throw new NothingToSpoil();
}

function leak({ pair, event }: ReturnType<typeof firstSecret>): void {
  pair[1] = digestOf(view(event, event.actor));
}
