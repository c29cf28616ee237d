export function DrawAndGuessGlyph({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 28 28" width={size} height={size} aria-hidden="true" fill="none">
      <g stroke="currentColor" strokeLinecap="round" strokeLinejoin="round">
        <path
          d="m11 16.500 10.500-12a1.700 1.700 0 0 1 2.500 2.300L13.500 18.500l-3.500 1Z"
          strokeWidth="1.900"
        />
        <path d="M4 24c3-3.500 5.500 1.500 8.500-.800s5.500-1.200 6.500.300" strokeWidth="2.100" />
        <path
          d="M5 10.500C5 6 11 6 11 9.300c0 2.300-2.700 2.200-2.800 4.700"
          strokeWidth="1.600"
          opacity="0.450"
        />
      </g>
    </svg>
  );
}
