import type { CSSProperties } from "react";

export const SEAT_LOOKS = 8;

/** The colour of a seat (from 0), as a CSS value. Seats beyond the eighth share colours with the first. */
export function seatColour(seat: number): string {
  return `var(--color-seat-${(seat % SEAT_LOOKS) + 1})`;
}

/** Hands a seat's colour to everything inside, as `--seat`. */
export function seatStyle(seat: number): CSSProperties {
  return { "--seat": seatColour(seat) } as CSSProperties;
}

// One shape a seat, on a field of 24, so that seats are told apart without colour.
const SHAPES = [
  "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
  "M12 1.500 22.500 12 12 22.500 1.500 12Z",
  "M12 3 22 20.500H2Z",
  "M4 4h16v16H4Z",
  "M7 3h10l5 9-5 9H7l-5-9Z",
  "M9 3h6v6h6v6h-6v6H9v-6H3V9h6Z",
  "m12 1.800 3.100 6.700 7.300.800-5.400 5 1.500 7.200L12 17.900l-6.500 3.600L7 14.300l-5.400-5 7.300-.800Z",
  "M15.500 2.600A9.700 9.700 0 1 0 21.400 15 8.200 8.200 0 0 1 15.500 2.600Z",
];

interface SeatShapeProps {
  seat: number;
  size?: number;
  className?: string;
}

/** The shape of a seat in its colour. */
export function SeatShape({ seat, size = 14, className }: SeatShapeProps) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" className={className}>
      <path d={SHAPES[seat % SEAT_LOOKS]} fill={seatColour(seat)} />
    </svg>
  );
}
