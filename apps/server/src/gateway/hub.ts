import type { Player, RoomId, ServerMessageName, ServerPayload } from "@rejoin/protocol";

/** One connection of a player, as the rest of the server sees it. */
export interface Line {
  /** Whose it is, with the name and avatar that they have now. */
  readonly player: Player;
  /** Bytes that were said to it and have not left this process: what somebody who does not read costs. */
  readonly unsentBytes: number;
  say<Name extends ServerMessageName>(name: Name, payload: ServerPayload<Name>): void;
  /** Sends events, and asks to be told that they were taken in. @returns whether that came within `patienceMs` milliseconds */
  sayEvents(payload: ServerPayload<"room:events">, patienceMs: number): Promise<boolean>;
  /** From this turn of the event loop on it hears what is said on a channel. */
  hear(channel: Channel): void;
  stopHearing(channel: Channel): void;
  /** Ends the connection at once. What was not sent never will be. */
  cut(): void;
}

/** All connections of this server, by the channels that they hear. */
export interface Hub {
  isHeard(channel: Channel): boolean;
  lines(channel: Channel): Iterable<Line>;
  /** Tells everybody who hears a channel, but for those in `except`, encoding it once. */
  say<Name extends ServerMessageName>(
    channel: Channel,
    name: Name,
    payload: ServerPayload<Name>,
    except?: ReadonlySet<Line>,
  ): void;
}

declare const built: unique symbol;

/** What may be listened to. Channels are named by the server and nowhere else, so no client can name one. */
export type Channel = string & { readonly [built]: true };

export const channels = {
  room: (id: RoomId) => `room:${id}` as Channel,
  lobby: "lobby" as Channel,
  player: (id: string) => `player:${id}` as Channel,
  guest: (id: string) => `guest:${id}` as Channel,
} as const;
