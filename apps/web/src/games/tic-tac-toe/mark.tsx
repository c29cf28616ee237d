import { seatColour } from "../../ui/seat-look";

interface MarkProps {
  kind: "cross" | "nought";
  seat: number;
  /** Drawn stroke by stroke, as it has only just been made. */
  fresh?: boolean;
}

/** A cross or a nought, as if drawn with a broad pen. */
export function Mark({ kind, seat, fresh = false }: MarkProps) {
  const stroke = {
    pathLength: 100,
    strokeDasharray: 100,
    className: fresh ? "animate-draw" : undefined,
  };
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" className="size-full" fill="none">
      <g stroke={seatColour(seat)} strokeWidth="13" strokeLinecap="round">
        {kind === "cross" ? (
          <>
            <path d="M27 26C40 40 58 57 74 73" {...stroke} />
            <path d="M73 27C60 42 42 58 26 74" {...stroke} />
          </>
        ) : (
          <path d="M52 24C34 23 24 36 24 51s11 26 27 26 26-12 26-27-10-26-25-26" {...stroke} />
        )}
      </g>
    </svg>
  );
}
