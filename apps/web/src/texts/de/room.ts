import type { Texts } from "../texts";

export const room: Texts["room"] = {
  attention: {
    yourTurn: (title) => `● Du bist dran · ${title}`,
    missed: (count, title) => `(${count}) ${title}`,
  },
  notFound: {
    title: "Hier ist kein Tisch",
    code: (code) => `Es gibt keinen Tisch mit dem Code ${code}, oder er ist nicht für dich.`,
    malformed: (code) => `„${code}“ ist kein Code eines Tisches. Ein Code hat 6 Buchstaben und Ziffern.`,
    hint: "Prüfe den Code und versuch es noch einmal, oder sieh dich in der Lobby um.",
    page: "Unter dieser Adresse ist nichts.",
  },
  joining: "Der Tisch wird geöffnet …",
};
