import type { Strength } from "@rejoin/protocol";
import type { Seat } from "@rejoin/rules/room";
import Bot from "lucide-react/icons/bot";
import { formatRemaining } from "../../texts/format";
import { laterTexts } from "../../texts/later-texts";
import { classNames } from "../../ui/class-names";
import { Face } from "../../ui/face";
import { seatStyle } from "../../ui/seat-look";
import { useNow } from "../../ui/use-now";
import { PresenceRing } from "./presence-ring";

interface TakenSeatProps {
  seat: number;
  held: Seat;
  toMove: boolean;
  host: boolean;
  you: boolean;
  /** Readiness is of interest. */
  gathering: boolean;
  /** `large` in a corner of its own; `small` in a list; `face` where a phone has room for a face only. */
  size: "large" | "small" | "face";
}

/** Somebody in their seat. */
export function TakenSeat({ seat, held, toMove, host, you, gathering, size }: TakenSeatProps) {
  const t = laterTexts.table.seats;
  return (
    <div
      style={seatStyle(seat)}
      data-presence={held.presence.kind}
      className={classNames(
        "flex items-center gap-2 rounded-2xl p-1 transition-[background-color,box-shadow] duration-300 sm:gap-3 sm:p-2",
        size === "large" && "xl:flex-col xl:gap-3 xl:px-3 xl:py-6 xl:text-center",
        size === "face" && "max-sm:p-0.5",
        toMove ? "bg-raised shadow-lift [--under:var(--color-raised)]" : "[--under:var(--color-paper)]",
      )}
    >
      <PresenceRing seat={seat} presence={held.presence.kind} host={host} large={size === "large"}>
        <Face avatar={held.avatar} className="size-full" />
      </PresenceRing>
      <span
        className={classNames(
          "min-w-0",
          size === "large" ? "xl:w-full" : "",
          size === "face" && "max-sm:sr-only",
        )}
      >
        <span
          className={classNames(
            "line-clamp-2 text-sm leading-tight font-bold wrap-anywhere sm:text-base",
            size === "large" && "xl:text-lg",
          )}
        >
          {held.name}
        </span>
        <span className="block text-xs leading-tight text-soft sm:text-sm sm:leading-snug">
          {you && <span className={toMove && size !== "large" ? "sr-only" : ""}>{t.you} · </span>}
          {held.bot && <BotBadge strength={held.bot} brief={toMove} />}
          {/* A bot is always here and ready: that goes without saying. */}
          {(held.bot === null || toMove) && <SeatWords held={held} toMove={toMove} gathering={gathering} />}
        </span>
      </span>
    </div>
  );
}

/** A bot is never taken for a person. Its sign alone says so where it stands beside more, which must not take a second line. */
function BotBadge({ strength, brief }: { strength: Strength; brief: boolean }) {
  return (
    <span className="mr-1.5 inline-flex items-center gap-1 rounded-md bg-sunk px-1.5 align-middle font-semibold text-ink">
      <Bot aria-hidden size={13} className="shrink-0" />
      <span className={brief ? "sr-only" : ""}>{laterTexts.table.seats.bot[strength]}</span>
    </span>
  );
}

function SeatWords({ held, toMove, gathering }: Pick<TakenSeatProps, "held" | "toMove" | "gathering">) {
  const t = laterTexts.table.seats;
  if (held.presence.kind === "dropped") return <GraceLeft until={held.presence.until} />;
  if (held.presence.kind === "gone") return t.gone;
  if (toMove) return <b className="font-bold whitespace-nowrap text-ink">{t.toMove}</b>;
  if (gathering) return held.ready ? <b className="font-bold text-ink">{t.ready}</b> : t.notReady;
  return held.wins > 0 ? t.wins(held.wins) : t.here;
}

function GraceLeft({ until }: { until: number }) {
  const now = useNow(500);
  return (
    <span className="font-semibold text-missed">
      <span className="font-mono text-xs">{formatRemaining(until - now)}</span>{" "}
      {laterTexts.table.seats.dropped}
    </span>
  );
}
