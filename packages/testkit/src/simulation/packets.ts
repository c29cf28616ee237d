/** What passes over a virtual connection, as JSON. */
export type UpPacket =
  /** The first thing that is said, by whom: their session stands in the cookie. */
  | { kind: "hello"; player: string }
  | { kind: "ask"; id: number; name: string; payload: unknown }
  /** A page of events was taken in. */
  | { kind: "received"; page: number };

export type DownPacket =
  | { kind: "welcome" }
  | { kind: "refused"; refusal: unknown }
  | { kind: "answer"; id: number; answer: unknown }
  /** With `page`, the server waits to be told that it was received. */
  | { kind: "said"; name: string; payload: unknown; page?: number };
