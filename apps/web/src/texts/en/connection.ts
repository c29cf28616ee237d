import { formatNumber } from "../format";

export const connection = {
  label: "Connection",
  live: "Live",
  connecting: "Connecting…",
  reconnecting: "Reconnecting",
  reconnectingNow: "Reconnecting now…",
  nextAttempt: (seconds: number) => `next try in ${seconds} s`,
  catchingUp: "Catching up",
  catchingUpOf: (done: number, total: number) => `Catching up ${done} of ${total}`,
  offline: "Offline",
  offlineBecause: (reason: string) => `Offline: ${reason}`,
  waiting: (count: number) => `${formatNumber(count)} to send`,
  unreachable: "The server cannot be reached.",
  logReplaced: "The server was restored to an earlier state. What you see is what it still has.",
  announced: {
    live: "You are live again.",
    reconnecting: "The connection is lost. Reconnecting. Nothing you typed is lost.",
    offline: "You are offline. What you do now waits, and is sent when you are back.",
    "catching-up": "Catching up with what you missed.",
  },
};
