import type { StatusKind } from "./describe-connection";

interface ConnectionSignProps {
  kind: StatusKind;
  progress: number | null;
}

/** The connection as a shape: a full dot, a broken ring, a ring that fills, a struck-out ring. */
export function ConnectionSign({ kind, progress }: ConnectionSignProps) {
  return (
    <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" fill="none" className="shrink-0">
      {kind === "live" && <circle cx="10" cy="10" r="6" className="fill-live" />}
      {(kind === "reconnecting" || kind === "connecting") && (
        <circle
          cx="10"
          cy="10"
          r="7"
          strokeWidth="3"
          strokeDasharray="4.400 2.930"
          className={`origin-center animate-turn ${kind === "connecting" ? "stroke-soft" : "stroke-missed-mark"}`}
        />
      )}
      {kind === "catching-up" && (
        <>
          <circle cx="10" cy="10" r="7" strokeWidth="3" className="stroke-missed-mark opacity-30" />
          <circle
            cx="10"
            cy="10"
            r="7"
            strokeWidth="3"
            pathLength="100"
            strokeDasharray={`${Math.round((progress ?? 0.25) * 100)} 100`}
            className="origin-center -rotate-90 stroke-missed-mark"
          />
        </>
      )}
      {kind === "offline" && (
        <g strokeWidth="2.500" strokeLinecap="round" className="stroke-ink">
          <circle cx="10" cy="10" r="6.500" />
          <path d="m3.500 16.500 13-13" />
        </g>
      )}
    </svg>
  );
}
