import type { ClientMessageName, ClientPayload } from "@rejoin/protocol";
import type { Wire } from "@rejoin/sync";
import type { CrowdCounts } from "./messages.js";

/** The same wire, with what a run must have seen counted. It belongs where packets are neither lost nor repeated yet. */
export function countedWire(wire: Wire, counts: CrowdCounts): Wire {
  const said = new Set<string>();
  return {
    open(handlers) {
      let isOpen = false;
      const lost = (): void => {
        if (isOpen) counts.connectionsLost += 1;
        isOpen = false;
      };
      const connection = wire.open({
        opened() {
          isOpen = true;
          counts.connections += 1;
          handlers.opened();
        },
        heard(packet) {
          if (packet.name === "room:snapshot") counts.snapshots += 1;
          handlers.heard(packet);
        },
        closed(reason) {
          lost();
          handlers.closed(reason);
        },
        refused(refusal) {
          lost();
          handlers.refused(refusal);
        },
      });
      return {
        close() {
          lost();
          connection.close();
        },
        request(name, payload, answered) {
          const id = commandOf(name, payload);
          const isRepeated = id !== undefined && said.has(id);
          if (id !== undefined) said.add(id);
          connection.request(name, payload, (answer) => {
            if (answer.ok && isRepeated) counts.repeated += 1;
            if (answer.ok && "catchUp" in answer && answer.catchUp === "events") counts.catchUps += 1;
            if (id !== undefined && (answer.ok || !answer.refusal.retryable)) said.delete(id);
            answered(answer);
          });
        },
      };
    },
  };
}

function commandOf(name: ClientMessageName, payload: ClientPayload<ClientMessageName>): string | undefined {
  return name === "room:command" && "commandId" in payload ? payload.commandId : undefined;
}
