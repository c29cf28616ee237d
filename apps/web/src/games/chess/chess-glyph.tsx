export function ChessGlyph({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 28 28" width={size} height={size} aria-hidden="true" fill="none">
      <g stroke="currentColor" strokeLinejoin="round" strokeLinecap="round">
        <path
          d="M9 21c-.600-4.500 4-6 4.500-9.200-1.700 1.400-3.400 1.200-4.500 2.600-1.200 1.100-3.200.300-2.900-1.500.300-2.500 2.300-4 3.400-6 .3-1.400 0-2.600.6-3.700 1.400.300 2.300 1.200 2.900 2 5.700 0 9.100 6 8.300 15.800Z"
          strokeWidth="1.900"
        />
        <path d="M7 24.500h15" strokeWidth="2.200" />
        <path d="M16 10.500c1.800 2 2.400 4.600 2.100 7.500" strokeWidth="1.500" opacity="0.450" />
      </g>
      <circle cx="12" cy="9.600" r="1" fill="currentColor" />
    </svg>
  );
}
