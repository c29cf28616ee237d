import type { Texts } from "../texts";

export const refused: Texts["refused"] = {
  message: (why) => `Deine Nachricht wurde nicht gesendet und steht wieder im Eingabefeld. ${why}`,
  lostMessage: (text, why) => `Deine Nachricht wurde nicht gesendet: „${text}“ ${why}`,
  reaction: (reaction, why) => `${reaction} wurde nicht gesendet. ${why}`,
  move: (why) => `Dein Zug wurde nicht gespielt. ${why}`,
  other: (what, why) => `${what}: Das hat nicht geklappt. ${why}`,
};
