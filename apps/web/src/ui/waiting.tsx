import type { ReactNode } from "react";
import { Mark } from "./logo";

interface WaitingProps {
  /** What is on its way. */
  title: string;
  /** How it stands, or what to do meanwhile. */
  children?: ReactNode;
}

/**
 * Something is on its way: said in words, never only turned. `index.html` begins with the same, and the mark always stands in
 * the same place, so that nothing jumps from one wait to the next.
 */
export function Waiting({ title, children }: WaitingProps) {
  return (
    <main className="grid min-h-dvh content-start justify-items-center gap-4 px-4 pt-[36dvh] pb-6 text-center">
      <span className="animate-breathe">
        <Mark size={56} />
      </span>
      <h1 className="font-display text-2xl font-bold">{title}</h1>
      {children}
    </main>
  );
}

interface FirstWordsProps {
  /** The language that they are in; left out where it is the page's. */
  language?: string;
  children: string;
}

/** What this is about, for whoever waits for the page itself. */
export function FirstWords({ language, children }: FirstWordsProps) {
  return (
    <p
      {...(language && { lang: language, "data-first-words": language })}
      className="max-w-lg text-lg leading-relaxed text-soft text-pretty"
    >
      {children}
    </p>
  );
}
