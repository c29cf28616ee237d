import { formatCount, formatNumber } from "../format";
import type { LaterTexts } from "../later-texts";

export const lab: LaterTexts["lab"] = {
  title: "Netzlabor",
  about: "Stört deine eigene Verbindung, und niemandes sonst.",
  close: "Das Labor schließen",
  transport: "Übertragung",
  noTransport: "keine",
  roundTrip: "Hin und zurück",
  ms: (ms) => `${formatNumber(Math.round(ms))} ms`,
  unknown: "noch nicht gemessen",
  measure: "Messen",
  log: "Vom Verlauf da",
  heldOf: (held, head) => `${formatNumber(held)} von ${formatNumber(head)}`,
  noRoom: "kein Tisch ist offen",
  outbox: "Postausgang",
  nothingWaits: "leer",
  outboxStates: { waiting: "wartet", sent: "gesendet, ohne Antwort", accepted: "eingetragen" },
  switches: "Störungen",
  cut: "10 s trennen",
  cutNow: (seconds) => `Getrennt, noch ${seconds} s`,
  dark: "10 s verstummen",
  darkNow: (seconds) => `Verstummt, noch ${seconds} s`,
  lose: (count) => `Die nächsten ${count} Lieferungen verlieren`,
  losing: (count) => `noch ${formatCount(count, { one: "Lieferung", other: "Lieferungen" })} zu verlieren`,
  repeat: "Lieferungen verdoppeln",
  slow: "Langsame Leitung",
  slowHow: (latency, jitter) => `${latency} ms, bis zu ${jitter} ms mehr`,
  forget: "Eine Antwort verlieren",
  forgetting: "Die nächste Antwort geht verloren",
  calm: "Alle Störungen beenden",
  packets: "Pakete",
  noPackets: "Seit das Labor offen ist, ging nichts durch.",
  out: "gesendet",
  in: "empfangen",
  bytes: (bytes) => `${formatNumber(bytes)} B`,
  whats: { request: "", answer: "Antwort", packet: "", received: "angenommen", opened: "" },
  fates: { passed: "", lost: "verloren", repeated: "doppelt", late: "verspätet" },
  gap: (from, to) => `Lücke bemerkt: ${numbers(from, to)} fehlt, wird erfragt`,
  filled: (from, to) => `Lücke gefüllt: ${numbers(from, to)}`,
};

function numbers(from: number, to: number): string {
  return from === to ? formatNumber(from) : `${formatNumber(from)} bis ${formatNumber(to)}`;
}
