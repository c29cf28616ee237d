/** How much of everything a run has. */
export interface Profile {
  servers: number;
  /** Processes that the players live in. */
  drivers: number;
  /** Tables that are played at, at any time. */
  rooms: number;
  /** Pages, over all players: one or two each. */
  clients: number;
  /** People at each table; two of them play. */
  people: number;
  /** Commands a second that players give at most, over all of them; 0 for as fast as they are answered. */
  rate: number;
  /** The most that the attack may last. */
  minutes: number;
  /** It ends when so many commands were acknowledged and so many servers killed: both 0 where time alone ends it. */
  untilCommands: number;
  kills: number;
  /** Events after which a table is closed and another one opened. */
  roomLength: number;
  /** Mean time between two faults of each kind of attack, in milliseconds; Infinity for none. */
  every: { servers: number; network: number; database: number; clients: number };
  /** Whether a run that proves nothing fails: where something never happened that the promises are about. */
  mustProve: boolean;
  /** The size of the disk that the tables lie on, in MB, so that it can be full; 0 for the machine's own. */
  diskMegabytes: number;
}

/** A run that says something about the promises, and takes as long as it is given. */
const long: Profile = {
  servers: 3,
  drivers: 1,
  rooms: 16,
  clients: 32,
  people: 4,
  rate: 0,
  minutes: 10,
  untilCommands: 0,
  kills: 0,
  roomLength: 1_500,
  every: { servers: 3_000, network: 4_000, database: 25_000, clients: 8_000 },
  mustProve: true,
  diskMegabytes: 4_096,
};

/** About a minute, for every change: sturdy on a slow machine, and so gentle. */
const smoke: Profile = {
  ...long,
  servers: 2,
  rooms: 4,
  clients: 10,
  people: 3,
  rate: 60,
  minutes: 1.5,
  untilCommands: 600,
  kills: 5,
  roomLength: 300,
  every: { servers: 3_000, network: 4_000, database: 9_000, clients: 5_000 },
  mustProve: false,
  diskMegabytes: 0,
};

/** A night's work: more people, and time to play between the faults, until a million commands and five hundred kills are behind. */
const million: Profile = {
  ...long,
  rooms: 40,
  clients: 100,
  minutes: 240,
  untilCommands: 1_000_000,
  kills: 500,
  every: { servers: 5_000, network: 8_000, database: 60_000, clients: 20_000 },
};

/** Real play without a single fault: what the others are compared with. */
const calm: Profile = {
  ...long,
  every: {
    servers: Number.POSITIVE_INFINITY,
    network: Number.POSITIVE_INFINITY,
    database: Number.POSITIVE_INFINITY,
    clients: Number.POSITIVE_INFINITY,
  },
  mustProve: false,
  diskMegabytes: 0,
};

export const profiles: Readonly<Record<string, Profile>> = { long, million, smoke, calm };
