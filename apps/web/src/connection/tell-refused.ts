import type { Refusal, RoomCommand } from "@rejoin/protocol";
import { refusalWords } from "../texts/refusal-words";
import { texts } from "../texts/texts";
import { notify } from "../ui/toasts";
import { giveBack } from "./drafts";

/** Says what was not done and why, and puts a text back where it was written. @param code of the room */
export function tellRefused(code: string, command: RoomCommand, refusal: Refusal): void {
  notify(
    describeRefused(
      command,
      refusal,
      command.type === "say" && takesText(refusal) && giveBack(code, command.text),
    ),
  );
}

/** Nobody can write any more where there is no message line. */
function takesText({ code }: Refusal): boolean {
  return code !== "room-closed" && code !== "room-not-found";
}

/** @param isBack whether its text is in the message line again */
export function describeRefused(command: RoomCommand, refusal: Refusal, isBack: boolean): string {
  const t = texts.refused;
  const why = refusalWords(refusal);
  switch (command.type) {
    case "say":
      return isBack ? t.message(why) : t.lostMessage(command.text, why);
    case "react":
      return t.reaction(command.reaction, why);
    case "move":
      return t.move(why);
    default:
      return t.other(texts.commands[command.type], why);
  }
}
