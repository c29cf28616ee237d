/** What becomes of packets. Times are in milliseconds, chances from 0 to 1. */
export interface Weather {
  travelMs: readonly [least: number, most: number];
  /** How often a packet takes much longer, and how long at the most. */
  late: number;
  lateMs: number;
  /** How often it is lost or comes twice; both only where the wire may lose. */
  loss: number;
  repeat: number;
  /** How often it takes its connection with it. */
  cut: number;
}

export const FAIR_WEATHER: Weather = { travelMs: [2, 20], late: 0, lateMs: 0, loss: 0, repeat: 0, cut: 0 };

/**
 * A stream keeps order and loses nothing for as long as it lives, as TCP does. A lossy wire loses, repeats and reorders
 * single packets, which the product promises to survive too.
 */
export type WireKind = "stream" | "lossy";
