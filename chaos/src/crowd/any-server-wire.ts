import { type Fault, socketWire, type Wire } from "@rejoin/sync";
import { headersOf, type SeededRandom, type Session } from "@rejoin/testkit";

/** A wire to any of several servers, a new one drawn for each connection, as a load balancer does. */
export function anyServerWire(
  urls: readonly string[],
  session: Session,
  random: SeededRandom,
  onFault: (fault: Fault) => void,
): Wire {
  const wires = urls.map((url) => socketWire(url, { headers: headersOf(url, session), onFault }));
  return { open: (handlers) => random.pick(wires).open(handlers) };
}
