import type { Texts } from "../texts";

export const identity: Texts["identity"] = {
  change: "Name und Gesicht ändern",
  description: "So sehen dich andere am Tisch.",
  name: "Name",
  face: "Gesicht",
  faceNumber: (number) => `Gesicht ${number}`,
  keptFace: "Dein Gesicht",
  moreFaces: "Andere Gesichter",
  save: "Speichern",
  saving: "Wird gespeichert …",
  empty: "Ein Name braucht mindestens einen Buchstaben.",
};

export const theme: Texts["theme"] = {
  label: "Farben",
  system: "Wie das System",
  light: "Hell",
  dark: "Dunkel",
};
