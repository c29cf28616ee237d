import type { Refusal } from "@rejoin/protocol";
import { texts } from "./texts";

/** Why something was not done, in a sentence of the language that is spoken. */
export function refusalWords({ code, message }: Refusal): string {
  return texts.refusals[code] ?? message;
}
