import { formatNumber } from "../format";
import type { Texts } from "../texts";

export const connection: Texts["connection"] = {
  label: "Verbindung",
  live: "Live",
  connecting: "Verbinden …",
  reconnecting: "Neu verbinden",
  reconnectingNow: "Verbinde neu …",
  nextAttempt: (seconds) => `nächster Versuch in ${seconds} s`,
  catchingUp: "Hole auf",
  catchingUpOf: (done, total) => `Hole auf: ${done} von ${total}`,
  offline: "Offline",
  offlineBecause: (reason) => `Offline: ${reason}`,
  waiting: (count) => `${formatNumber(count)} zu senden`,
  unreachable: "Der Server ist nicht zu erreichen.",
  logReplaced: "Der Server wurde auf einen früheren Stand zurückgesetzt. Du siehst, was er noch hat.",
  announced: {
    live: "Du bist wieder live.",
    reconnecting: "Die Verbindung ist weg. Sie wird neu aufgebaut, und nichts Getipptes geht verloren.",
    offline: "Du bist offline. Was du jetzt tust, wartet und wird gesendet, wenn du zurück bist.",
    "catching-up": "Hole auf, was du verpasst hast.",
  },
};
