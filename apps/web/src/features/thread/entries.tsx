import {
  createContext,
  type ReactNode,
  startTransition,
  useContext,
  useEffect,
  useMemo,
  useReducer,
} from "react";
import { useRoom } from "../../connection/room";
import { sliceOf } from "../../time/slice";
import type { Entry } from "./entry";
import { ThreadReader } from "./thread-reader";
import { wordsOf } from "./words-of";

const EntriesContext = createContext<readonly Entry[] | null>(null);

/** Reads the log as it is held, older part included, into words, a little at a time. */
export function EntriesProvider({ children }: { children: ReactNode }) {
  const { state, view, log } = useRoom();
  const { epoch, base } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another epoch is another log
  const reader = useMemo(() => new ThreadReader(state.game), [state.game, epoch]);
  const [, readOn] = useReducer((round: number) => round + 1, 0);
  const isRead = reader.read({ events: log, base }, sliceOf());
  useEffect(() => {
    if (isRead) return;
    const timer = setTimeout(() => startTransition(readOn));
    return () => clearTimeout(timer);
  });
  return <EntriesContext value={reader.entries}>{children}</EntriesContext>;
}

/** The log in words, as far as it is held and read. */
export function useEntries(): readonly Entry[] {
  const entries = useContext(EntriesContext);
  if (!entries) throw new Error("useEntries is called outside of EntriesProvider");
  return entries;
}

/** What happened with an event, in a sentence; empty where it is not held or read. */
export function useWords(): (seq: number) => string {
  return wordsOf(useEntries());
}
