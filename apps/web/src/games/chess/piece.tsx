import type { Colour, PieceKind } from "@rejoin/rules/games/chess/position";

// Drawn on a field of 100. `body` is filled and outlined, `lines` are drawn upon it.
const BASE = "M27 76h46c1 4 4 7 6 10 1.500 2 .500 4-2 4H23c-2.500 0-3.500-2-2-4 2-3 5-6 6-10Z";
const SKIRT = "M36 58h28c0 8 3 13 9 18H27c6-5 9-10 9-18Z";

const SHAPES: Readonly<Record<PieceKind, { body: readonly string[]; lines: readonly string[] }>> = {
  p: {
    body: [
      "M41 48h18c0 12 5 20 14 28H27c9-8 14-16 14-28Z",
      BASE,
      "M50 22a15 15 0 1 0 0 30 15 15 0 0 0 0-30Z",
    ],
    lines: [],
  },
  r: {
    body: ["M36 40h28l4 36H32Z", BASE, "M27 18h11v7h7v-7h10v7h7v-7h11v18c0 5-3 8-8 8H35c-5 0-8-3-8-8Z"],
    lines: ["M37 44h26"],
  },
  n: {
    body: [
      "M31 76c-2-16 14-21 16-32-6 5-12 4-16 9-4 4-11 1-10-5 1-9 8-14 12-21 1-5 0-9 2-13 5 1 8 4 10 7 20 0 32 21 29 55Z",
      BASE,
    ],
    lines: ["M57 31c7 7 9 17 8 28"],
  },
  b: {
    body: [
      SKIRT,
      BASE,
      "M50 18c12 9 19 19 19 29 0 8-6 14-19 14s-19-6-19-14c0-10 7-20 19-29Z",
      "M50 8a6 6 0 1 0 0 12 6 6 0 0 0 0-12Z",
    ],
    lines: ["M57 31 49 44"],
  },
  q: {
    body: [
      SKIRT,
      BASE,
      "M20 27 35 60h30l15-33-16 13-14-23-14 23Z",
      "M20 19a6 6 0 1 0 0 12 6 6 0 0 0 0-12Z",
      "M50 9a6 6 0 1 0 0 12 6 6 0 0 0 0-12Z",
      "M80 19a6 6 0 1 0 0 12 6 6 0 0 0 0-12Z",
    ],
    lines: ["M36 60h28"],
  },
  k: {
    body: [
      SKIRT,
      BASE,
      "M50 33c5-8 28-9 28 7 0 9-8 14-13 20H35c-5-6-13-11-13-20 0-16 23-15 28-7Z",
      "M46.500 8h7v6h6v7h-6v9h-7v-9h-6v-7h6Z",
    ],
    lines: ["M50 36v22", "M36 60h28"],
  },
};

interface PieceProps {
  colour: Colour;
  kind: PieceKind;
  className?: string;
}

/** A chess piece. Its name stands where it is used. */
export function PiecePicture({ colour, kind, className }: PieceProps) {
  const { body, lines } = SHAPES[kind];
  return (
    <svg
      viewBox="7 3 86 94"
      aria-hidden="true"
      className={className}
      data-colour={colour}
      strokeWidth="4.500"
      strokeLinejoin="round"
      strokeLinecap="round"
    >
      <g className="chess-body">
        {body.map((path) => (
          <path key={path} d={path} />
        ))}
      </g>
      <g className="chess-lines" fill="none">
        {lines.map((path) => (
          <path key={path} d={path} />
        ))}
        {kind === "n" && <circle cx="41" cy="32" r="2.200" className="chess-eye" />}
      </g>
    </svg>
  );
}
