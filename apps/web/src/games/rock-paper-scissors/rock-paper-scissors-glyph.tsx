export function RockPaperScissorsGlyph({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 28 28" width={size} height={size} aria-hidden="true" fill="none">
      <g stroke="currentColor" strokeLinejoin="round" strokeLinecap="round" strokeWidth="1.800">
        <path
          d="M3.500 11 6 5.500l5-1.500 3 4-1 4.500-5.500 1.200Z"
          fill="currentColor"
          fillOpacity="0.250"
        />
        <path d="M17 3.500h5L25 6.500v7.500h-8Z" opacity="0.550" />
        <path d="M8.500 24.500 20 15.500M8.500 15.500 20 24.500" />
      </g>
      <g stroke="currentColor" strokeWidth="1.700">
        <circle cx="21.800" cy="18" r="2" />
        <circle cx="21.800" cy="23.300" r="2" />
      </g>
    </svg>
  );
}
