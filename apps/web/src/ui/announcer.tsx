import { useSyncExternalStore } from "react";

/** Long enough to be noticed by a screen reader; after that the words would only be found twice on the page. */
const KEPT_MS = 1_500;

interface Sentence {
  id: number;
  text: string;
}

let sentences: readonly Sentence[] = [];
let count = 0;
const listeners = new Set<() => void>();

/** Says something to people who use a screen reader, when they are done listening to what comes before. */
export function announce(text: string): void {
  const sentence = { id: ++count, text };
  change([...sentences, sentence]);
  setTimeout(() => change(sentences.filter((held) => held !== sentence)), KEPT_MS);
}

function change(next: readonly Sentence[]): void {
  sentences = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The polite live region that `announce` speaks through: only what is added is read. Rendered once. */
export function Announcer() {
  const said = useSyncExternalStore(listen, () => sentences);
  return (
    <div aria-live="polite" aria-relevant="additions" className="sr-only" data-announcer>
      {said.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
