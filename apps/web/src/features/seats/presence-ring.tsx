import type { Presence } from "@rejoin/rules/room";
import Crown from "lucide-react/icons/crown";
import type { ReactNode } from "react";
import { laterTexts } from "../../texts/later-texts";
import { classNames } from "../../ui/class-names";
import { SeatShape, seatColour } from "../../ui/seat-look";

interface PresenceRingProps {
  seat: number;
  presence: Presence["kind"];
  host: boolean;
  /** Whether it grows where there is much room. */
  large: boolean;
  children: ReactNode;
}

/** A face in a ring: whole for somebody who is here, broken and turning for who reconnects, faded for who is gone. */
export function PresenceRing({ seat, presence, host, large, children }: PresenceRingProps) {
  return (
    <span
      className={classNames(
        "relative grid size-11 shrink-0 place-items-center",
        large && "sm:size-13 xl:size-20",
      )}
    >
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
      {host && (
        <span
          title={laterTexts.table.seats.host}
          className="absolute -top-1 -left-1 grid size-[42%] place-items-center rounded-full bg-(--under)"
        >
          <Crown aria-hidden className="size-[66%]" />
          <span className="sr-only">{laterTexts.table.seats.host}</span>
        </span>
      )}
      <span className="absolute -right-0.5 -bottom-0.5 grid size-[36%] place-items-center rounded-full bg-(--under)">
        <SeatShape seat={seat} className="size-[72%]" />
      </span>
    </span>
  );
}
