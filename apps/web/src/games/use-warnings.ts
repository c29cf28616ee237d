import { useEffect, useRef } from "react";
import { announce } from "../ui/announcer";

/**
 * Tells people who do not see a clock when little time is left: once for each of these.
 *
 * @param left in milliseconds, or null while no time of one's own runs
 * @param seconds at which to tell, falling
 */
export function useWarnings(
  left: number | null,
  seconds: readonly number[],
  words: (seconds: number) => string,
): void {
  const before = useRef<number | null>(null);
  useEffect(() => {
    const was = before.current;
    before.current = left;
    if (left === null || was === null || left > was) return;
    const passed = seconds.find((at) => was > at * 1_000 && left <= at * 1_000);
    if (passed !== undefined) announce(words(passed));
  });
}
