/**
 * When somebody who thinks for a while acts. People do not answer after the same time each time, and neither does this;
 * but the same moment gives the same answer on every server.
 *
 * @param since the moment to think from, in milliseconds since 1970
 * @param seat who thinks: two in different seats take different times
 * @param least in milliseconds, as is `most`
 */
export function afterThinking(since: number, seat: number, least: number, most: number): number {
  return since + least + Math.floor(fraction(since, seat) * (most - least));
}

/** A number from 0 up to 1 that looks random and is not. */
function fraction(since: number, seat: number): number {
  const mixed = Math.imul((since ^ (seat * 0x9e3779b1)) | 0, 0x85ebca6b);
  return (Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 0) / 4_294_967_296;
}
