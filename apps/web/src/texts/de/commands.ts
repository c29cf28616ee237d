import type { Texts } from "../texts";

export const commands: Texts["commands"] = {
  "take-seat": "Hinsetzen",
  "seat-bot": "Einen Bot rufen",
  "leave-seat": "Aufstehen",
  ready: "Bereitschaft ändern",
  configure: "Den Tisch ändern",
  start: "Das Spiel anfangen",
  invite: "Einladen",
  decline: "Absagen",
  kick: "Einen Platz freimachen",
  mute: "Jemanden stummschalten",
  "hand-over": "Den Tisch übergeben",
  resign: "Aufgeben",
  rematch: "Um Revanche bitten",
  close: "Den Tisch schließen",
};
