import { seatColour } from "./seat-look";

/** Drawn from the product's own shapes: tables, chairs, and the thread. */
export function EmptyTablePicture() {
  return (
    <svg viewBox="0 0 160 110" width="160" height="110" aria-hidden="true" fill="none">
      <ellipse cx="80" cy="98" rx="58" ry="7" fill="var(--color-line)" opacity="0.600" />
      <rect x="40" y="42" width="80" height="40" rx="20" fill="var(--color-board)" />
      <rect x="46" y="47" width="68" height="28" rx="14" fill="var(--color-board-edge)" />
      <path
        d="M72 54v14M81 54v14M66 61h28"
        stroke="#fffaf0"
        strokeWidth="2"
        strokeLinecap="round"
        opacity="0.550"
      />
      <g strokeWidth="4" strokeDasharray="7 6" strokeLinecap="round" stroke="var(--color-edge)">
        <circle cx="20" cy="60" r="13" />
        <circle cx="140" cy="60" r="13" />
        <circle cx="80" cy="20" r="13" />
      </g>
    </svg>
  );
}

export function QuietThreadPicture() {
  return (
    <svg viewBox="0 0 160 90" width="160" height="90" aria-hidden="true" fill="none">
      <path d="M8 66h34" stroke="var(--color-ink)" strokeWidth="4" strokeLinecap="round" />
      <path
        d="M42 66c22 0 16-46 38-46s16 46 38 46"
        stroke="var(--color-edge)"
        strokeWidth="4"
        strokeLinecap="round"
        strokeDasharray="0.100 9"
      />
      <path d="M118 66h34" stroke="var(--color-ink)" strokeWidth="4" strokeLinecap="round" />
      <circle cx="42" cy="66" r="8" fill={seatColour(0)} />
      <path d="M118 56 128 66 118 76 108 66Z" fill={seatColour(1)} />
    </svg>
  );
}
