/** A moment as logs write it, the same in every language: 14:03:09.120. Takes milliseconds since 1970. */
export function stamp(at: number): string {
  const time = new Date(at);
  const parts = [time.getHours(), time.getMinutes(), time.getSeconds()].map((part) => pad(part, 2));
  return `${parts.join(":")}.${pad(time.getMilliseconds(), 3)}`;
}

function pad(part: number, digits: number): string {
  return String(part).padStart(digits, "0");
}
