/** The mark: a thread that breaks off, and rejoins. */
export function Mark({ size = 36 }: { size?: number }) {
  return (
    <svg viewBox="0 0 44 32" width={(size * 44) / 32} height={size} aria-hidden="true" fill="none">
      <g stroke="currentColor" strokeWidth="3.400" strokeLinecap="round">
        <path d="M3 24h9" />
        <path d="M12 24C17 24 16 7 22 7s5 17 10 17" strokeDasharray="0.100 6.050" />
        <path d="M32 24h9" />
      </g>
      <circle cx="12" cy="24" r="3.600" fill="currentColor" />
      <circle cx="32" cy="24" r="3.600" fill="currentColor" />
    </svg>
  );
}

/** The mark with the name. */
export function Logo() {
  return (
    <span className="inline-flex shrink-0 items-center gap-2">
      <Mark size={26} />
      <span className="sr-only font-display text-xl font-extrabold tracking-tight sm:not-sr-only">
        Rejoin
      </span>
    </span>
  );
}
