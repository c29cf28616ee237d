/** Every bound on what may be said. Lengths are UTF-16 code units after normalisation; sizes are bytes; times are milliseconds. */
export const LIMITS = {
  nameLength: 24,
  avatarLength: 32,
  titleLength: 48,
  messageLength: 500,
  reasonLength: 120,
  /** Of a game's move or options, as JSON text. */
  gameJsonLength: 2_000,
  /** How deep such a value may nest. */
  gameJsonDepth: 32,
  /** A packet above this is not read: its connection is closed. Anything too long below it is refused by name. */
  packetBytes: 65_536,
  /** Events in one `room:events` packet while catching up, and the most that one HTTP page may ask for. */
  catchUpPage: 200,
  replayPage: 1_000,
  /** A returning client further behind than this gets a snapshot instead of the events. */
  catchUpEvents: 5_000,
  directoryRooms: 200,
  lobbyPeople: 100,
  invitations: 20,
  roomsPerSocket: 50,
  seats: 12,
  connectMs: 10_000,
} as const;
