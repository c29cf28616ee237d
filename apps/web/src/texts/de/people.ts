import type { LaterTexts } from "../later-texts";

export const people: LaterTexts["people"] = {
  open: "Leute und Nachrichten",
  title: "Leute und Nachrichten",
  description: "Wer hier ist, und wessen Nachrichten du sehen möchtest.",
  none: "Noch ist sonst niemand hier.",
  host: "Gastgeber",
  watching: "Sieht zu",
  bot: "Bot",
  hide: "Für mich ausblenden",
  show: "Wieder zeigen",
  hideOf: (name) => `Die Nachrichten von ${name} für mich ausblenden`,
  showOf: (name) => `Die Nachrichten von ${name} wieder zeigen`,
  mute: "Für alle stumm",
  unmute: "Sprechen lassen",
  muteOf: (name) => `${name} an diesem Tisch stummschalten`,
  unmuteOf: (name) => `${name} an diesem Tisch wieder sprechen lassen`,
  muted: "Stummgeschaltet",
  youAreMuted: "Du bist an diesem Tisch stummgeschaltet.",
  hidden: "Eine Nachricht, die du ausgeblendet hast",
  hiddenSaid: (name) => `${name} hat etwas geschrieben, das du ausgeblendet hast`,
  reveal: "Zeigen",
};
