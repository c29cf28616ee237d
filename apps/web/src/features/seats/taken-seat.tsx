import type { Seat } from "@rejoin/rules";
import { formatRemaining } from "../../texts/format";
import { texts } from "../../texts/texts";
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
}

/** Somebody in their seat. */
export function TakenSeat({ seat, held, toMove, host, you, gathering }: TakenSeatProps) {
  const t = texts.room.seats;
  return (
    <div
      style={seatStyle(seat)}
      data-presence={held.presence.kind}
      className={classNames(
        "flex items-center gap-2 rounded-2xl p-1.5 transition-[background-color,box-shadow] duration-300 sm:gap-3 sm:p-2 xl:flex-col xl:gap-3 xl:px-3 xl:py-6 xl:text-center",
        toMove ? "bg-raised shadow-lift [--under:var(--color-raised)]" : "[--under:var(--color-paper)]",
      )}
    >
      <PresenceRing seat={seat} presence={held.presence.kind} host={host}>
        <Face avatar={held.avatar} className="size-full" />
      </PresenceRing>
      <span className="min-w-0 xl:w-full">
        <span className="line-clamp-2 text-sm leading-tight font-bold wrap-anywhere sm:text-base xl:text-lg">
          {held.name}
        </span>
        <span className="block truncate text-xs text-soft sm:text-sm">
          {you && `${t.you} · `}
          <SeatWords held={held} toMove={toMove} gathering={gathering} />
        </span>
      </span>
    </div>
  );
}

function SeatWords({ held, toMove, gathering }: Pick<TakenSeatProps, "held" | "toMove" | "gathering">) {
  const t = texts.room.seats;
  if (held.presence.kind === "dropped") return <GraceLeft until={held.presence.until} />;
  if (held.presence.kind === "gone") return t.gone;
  if (toMove) return <b className="font-bold text-ink">{t.toMove}</b>;
  if (gathering) return held.ready ? <b className="font-bold text-ink">{t.ready}</b> : t.notReady;
  return held.wins > 0 ? t.wins(held.wins) : t.here;
}

function GraceLeft({ until }: { until: number }) {
  const now = useNow(500);
  return (
    <span className="font-semibold text-missed">
      <span className="font-mono text-xs">{formatRemaining(until - now)}</span> {texts.room.seats.dropped}
    </span>
  );
}
