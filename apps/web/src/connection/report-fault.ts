import type { Fault } from "@rejoin/sync";
import { texts } from "../texts/texts";
import { notify } from "../ui/toasts";

/** What the client survived: for people who debug, and where it changes what a player sees, for them. */
export function reportFault(fault: Fault): void {
  console.warn("Rejoin survived a fault.", fault);
  if (fault.kind === "log-replaced") notify(texts.connection.logReplaced);
}
