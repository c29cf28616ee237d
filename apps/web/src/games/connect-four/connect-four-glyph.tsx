const HOLES = [5, 11, 17, 23];

export function ConnectFourGlyph({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 28 28" width={size} height={size} aria-hidden="true" fill="none">
      {HOLES.flatMap((y) =>
        HOLES.map((x) => (
          <circle
            key={`${x}-${y}`}
            cx={x}
            cy={y}
            r="2.150"
            stroke="currentColor"
            strokeWidth="1.300"
            fill={x + y === 28 ? "currentColor" : "none"}
            opacity={x + y === 28 ? 1 : 0.45}
          />
        )),
      )}
    </svg>
  );
}
