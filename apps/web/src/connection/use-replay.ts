import { useCallback, useEffect, useState } from "react";
import { fetchReplay, type ReplayFetch } from "./replay-log";

/** The replay of a room, by id or code, as it is being fetched; and how to try again. */
export function useReplay(key: string): { replay: ReplayFetch; again: () => void } {
  const [replay, setReplay] = useState<ReplayFetch>({ kind: "fetching", fetched: 0, head: 0 });
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round fetches again
  useEffect(() => {
    const abort = new AbortController();
    void fetchReplay(key, setReplay, abort.signal);
    return () => abort.abort();
  }, [key, round]);
  return { replay, again: useCallback(() => setRound((held) => held + 1), []) };
}
