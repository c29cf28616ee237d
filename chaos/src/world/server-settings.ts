/** How the attacked servers are set: games go quickly, absences are noticed soon, and no limit is what is tested. */
export const serverSettings: Readonly<Record<string, string>> = {
  LOG_LEVEL: "fatal",
  COUNTDOWN_MS: "200",
  SEAT_GRACE_MS: "8000",
  PRESENCE_LINGER_MS: "1500",
  CLOSE_EMPTY_MS: "3600000",
  COMMANDS_PER_SECOND: "100000",
  CONNECTIONS_PER_SESSION: "1000",
  CONNECTIONS_PER_ADDRESS: "100000",
  SESSIONS_PER_MINUTE: "1000000",
  DATABASE_POOL: "6",
  PRESENCE_LEASE_MS: "4000",
  COME_BACK_MS: "4000",
  ROOM_IDLE_MS: "5000",
};
