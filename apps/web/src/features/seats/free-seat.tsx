import { useRoom } from "../../connection/room";
import { isUnderway, useGive, wouldAccept } from "../../connection/use-give";
import { texts } from "../../texts/texts";
import { classNames } from "../../ui/class-names";
import { SeatShape } from "../../ui/seat-look";

/** A seat that nobody has. Where you may, one press sits you down. */
export function FreeSeat({ seat }: { seat: number }) {
  const room = useRoom();
  const give = useGive();
  const t = texts.room.seats;
  const look =
    "flex w-full items-center gap-2 rounded-2xl p-1.5 text-left sm:gap-3 sm:p-2 xl:flex-col xl:gap-3 xl:px-3 xl:py-6 xl:text-center xl:text-lg";
  if (!wouldAccept(room, { type: "take-seat", seat })) {
    return (
      <div className={classNames(look, "text-soft")}>
        <EmptyRing seat={seat} />
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
      <EmptyRing seat={seat} />
      {sitting ? t.taking : t.take(seat + 1)}
    </button>
  );
}

function EmptyRing({ seat }: { seat: number }) {
  return (
    <span
      aria-hidden
      className="grid size-11 shrink-0 sm:size-13 xl:size-20 place-items-center rounded-full border-2 border-dashed border-edge"
    >
      <SeatShape seat={seat} size={20} className="opacity-60" />
    </span>
  );
}
