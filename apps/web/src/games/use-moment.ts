import { useEffect, useState } from "react";

/**
 * The time by which a state is looked at, renewed while `active`.
 *
 * @param now see `BoardProps.now`
 * @param every in milliseconds
 */
export function useMoment(now: () => number, every: number, active = true): number {
  const [, renew] = useState(0);
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(() => renew((count) => count + 1), every);
    return () => clearInterval(timer);
  }, [every, active]);
  return now();
}
