/** What is shown where there is nothing: apart from the other pictures, since few ever see it. */
export function LostThreadPicture() {
  return (
    <svg viewBox="0 0 200 120" width="200" height="120" aria-hidden="true" fill="none">
      <path
        d="M10 84c26 0 30-50 56-50 20 0 16 34 40 34"
        stroke="var(--color-ink)"
        strokeWidth="5"
        strokeLinecap="round"
      />
      <path
        d="M106 68c22 0 22 26 44 26 16 0 22-12 34-30"
        stroke="var(--color-edge)"
        strokeWidth="5"
        strokeLinecap="round"
        strokeDasharray="0.100 11"
      />
      <circle cx="106" cy="68" r="8" fill="var(--color-ink)" />
      <circle cx="186" cy="58" r="9" stroke="var(--color-edge)" strokeWidth="4" strokeDasharray="6 5" />
    </svg>
  );
}
