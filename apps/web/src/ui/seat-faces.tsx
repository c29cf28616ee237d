import type { Player } from "@rejoin/protocol";
import { Face } from "./face";

/** Who sits at a table, at a glance: a face a taken seat, a broken ring a free one. The words stand beside it. */
export function SeatFaces({ seats }: { seats: readonly (Player | null)[] }) {
  return (
    <span aria-hidden className="flex -space-x-1.5">
      {seats.map((player, seat) =>
        player ? (
          <Face
            // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its index
            key={seat}
            avatar={player.avatar}
            size={32}
            className="rounded-full ring-2 ring-raised"
          />
        ) : (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a seat is its index
            key={seat}
            className="size-8 rounded-full border-2 border-dashed border-edge bg-paper"
          />
        ),
      )}
    </span>
  );
}
