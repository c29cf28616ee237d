import { useRoom } from "../../connection/room";
import { isUnderway, useGive, wouldAccept } from "../../connection/use-give";
import { laterTexts } from "../../texts/later-texts";
import { classNames } from "../../ui/class-names";
import { SeatShape } from "../../ui/seat-look";

/** A seat that nobody has. Where you may, one press sits you down. */
export function FreeSeat({ seat, compact }: { seat: number; compact: boolean }) {
  const room = useRoom();
  const give = useGive();
  const t = laterTexts.table.seats;
  const look = classNames(
    "flex w-full items-center gap-2 rounded-2xl p-1 text-left sm:gap-3 sm:p-2",
    !compact && "xl:flex-col xl:gap-3 xl:px-3 xl:py-6 xl:text-center xl:text-lg",
  );
  if (!wouldAccept(room, { type: "take-seat", seat })) {
    return (
      <div className={classNames(look, "text-soft")}>
        <EmptyRing seat={seat} compact={compact} />
        <span>{t.free}</span>
      </div>
    );
  }
  const sitting = isUnderway(room, "take-seat");
  return (
    <button
      type="button"
      disabled={sitting}
      onClick={() => void give({ type: "take-seat", seat })}
      className={classNames(
        look,
        "bg-raised font-bold shadow-lift ring-1 ring-line transition-[box-shadow,translate] hover:-translate-y-0.5 hover:ring-edge",
      )}
    >
      <EmptyRing seat={seat} compact={compact} />
      {sitting ? t.taking : t.take(seat + 1)}
    </button>
  );
}

function EmptyRing({ seat, compact }: { seat: number; compact: boolean }) {
  return (
    <span
      aria-hidden
      className={classNames(
        "grid size-11 shrink-0 place-items-center rounded-full border-2 border-dashed border-edge",
        !compact && "sm:size-13 xl:size-20",
      )}
    >
      <SeatShape seat={seat} size={20} className="opacity-60" />
    </span>
  );
}
