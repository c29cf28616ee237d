export function TicTacToeGlyph({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 28 28" width={size} height={size} aria-hidden="true" fill="none">
      <g stroke="currentColor" strokeLinecap="round">
        <path d="M10 3v22M18 3v22M3 10h22M3 18h22" strokeWidth="1.500" opacity="0.450" />
        <path d="m4 4 4 4m0-4-4 4" strokeWidth="2.200" />
        <path d="m20 20 4 4m0-4-4 4" strokeWidth="2.200" />
        <circle cx="14" cy="14" r="2.300" strokeWidth="2.200" />
      </g>
    </svg>
  );
}
