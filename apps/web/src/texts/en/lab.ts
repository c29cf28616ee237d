import { formatCount, formatNumber } from "../format";

/** The network lab. Made for people who want to know, in words that others may read too. */
export const lab = {
  title: "Network lab",
  about: "Makes your own connection fail, and nobody else’s.",
  close: "Close the lab",
  transport: "Transport",
  noTransport: "none",
  roundTrip: "Round trip",
  ms: (ms: number) => `${formatNumber(Math.round(ms))} ms`,
  unknown: "not measured yet",
  measure: "Measure",
  log: "Held of the log",
  heldOf: (held: number, head: number) => `${formatNumber(held)} of ${formatNumber(head)}`,
  noRoom: "no table is open",
  outbox: "Outbox",
  nothingWaits: "empty",
  outboxStates: { waiting: "waits", sent: "sent, not answered", accepted: "recorded" },
  switches: "Faults",
  cut: "Cut for 10 s",
  cutNow: (seconds: number) => `Cut, ${seconds} s left`,
  dark: "Go dark for 10 s",
  darkNow: (seconds: number) => `Dark, ${seconds} s left`,
  lose: (count: number) => `Lose the next ${count} deliveries`,
  losing: (count: number) => `${formatCount(count, { one: "delivery", other: "deliveries" })} still to lose`,
  repeat: "Repeat deliveries",
  slow: "Slow link",
  slowHow: (latency: number, jitter: number) => `${latency} ms, up to ${jitter} ms more`,
  forget: "Forget an answer",
  forgetting: "The next answer will be lost",
  calm: "End all faults",
  packets: "Packets",
  noPackets: "Nothing has passed since the lab was opened.",
  out: "sent",
  in: "received",
  bytes: (bytes: number) => `${formatNumber(bytes)} B`,
  whats: { request: "", answer: "answer", packet: "", received: "taken in", opened: "" },
  fates: { passed: "", lost: "lost", repeated: "twice", late: "late" },
  gap: (from: number, to: number) => `Gap noticed: ${numbers(from, to)} missing, asked for`,
  filled: (from: number, to: number) => `Gap filled: ${numbers(from, to)}`,
};

function numbers(from: number, to: number): string {
  return from === to ? formatNumber(from) : `${formatNumber(from)} to ${formatNumber(to)}`;
}
