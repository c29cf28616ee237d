import type { Presence } from "@rejoin/rules";
import type { ReactNode } from "react";
import { classNames } from "../../ui/class-names";
import { seatColour } from "../../ui/seat-look";

interface PresenceRingProps {
  seat: number;
  presence: Presence["kind"];
  children: ReactNode;
}

/** A face in a ring: whole for somebody who is here, broken and turning for who reconnects, faded for who is gone. */
export function PresenceRing({ seat, presence, children }: PresenceRingProps) {
  return (
    <span className="relative grid size-11 shrink-0 place-items-center sm:size-13 xl:size-20">
      <svg viewBox="0 0 52 52" aria-hidden="true" fill="none" className="absolute inset-0">
        <circle
          cx="26"
          cy="26"
          r="24"
          strokeWidth="3.200"
          stroke={seatColour(seat)}
          strokeLinecap="round"
          strokeDasharray={presence === "here" ? undefined : "6 9.080"}
          className={classNames(
            "origin-center",
            presence === "dropped" && "animate-turn",
            presence === "gone" && "opacity-40",
          )}
        />
      </svg>
      <span
        className={classNames(
          "size-[80%] animate-fill",
          presence === "gone" && "opacity-40 grayscale",
          presence === "dropped" && "opacity-70",
        )}
      >
        {children}
      </span>
    </span>
  );
}
