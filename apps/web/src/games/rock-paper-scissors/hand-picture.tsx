import type { Hand } from "@rejoin/rules/games/rock-paper-scissors/hands";
import type { ReactNode } from "react";

// Drawn on a field of 100, in the current colour: outlines with a wash of the same colour behind.
const PICTURES: Readonly<Record<Hand, ReactNode>> = {
  rock: (
    <>
      <path d="M16 62 26 34 52 20l26 12 10 28-16 22H30Z" fill="currentColor" fillOpacity="0.180" />
      <path d="m26 34 20 12 32-14M46 46l-6 36M46 46l42 14" opacity="0.600" />
    </>
  ),
  paper: (
    <>
      <path d="M26 14h34l16 16v56H26Z" fill="currentColor" fillOpacity="0.180" />
      <path d="M60 14v16h16" />
      <path d="M38 46h26M38 58h26M38 70h16" opacity="0.600" />
    </>
  ),
  scissors: (
    <>
      <path d="M63 60 27 14M37 60 73 14" />
      <circle cx="29" cy="72" r="14" fill="currentColor" fillOpacity="0.180" />
      <circle cx="71" cy="72" r="14" fill="currentColor" fillOpacity="0.180" />
    </>
  ),
};

/** A hand, as the thing that it stands for. Its name stands where it is used. */
export function HandPicture({ hand, className }: { hand: Hand; className?: string }) {
  return (
    <svg
      viewBox="0 0 100 100"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="6"
      strokeLinejoin="round"
      strokeLinecap="round"
      className={className}
    >
      {PICTURES[hand]}
    </svg>
  );
}
