import type { Player } from "@rejoin/protocol";
import { Face } from "./face";

/** More places than this do not fit beside the words on a phone. */
const MOST_SHOWN = 6;

/**
 * Who sits at a table, at a glance: a face a taken seat, a broken ring a free one. Of a large table those who sit there
 * come first, and what does not fit is counted. The words stand beside it.
 */
export function SeatFaces({ seats }: { seats: readonly (Player | null)[] }) {
  const isLarge = seats.length > MOST_SHOWN;
  const inOrder = isLarge ? [...seats].sort((one, other) => Number(!one) - Number(!other)) : seats;
  const shown = isLarge ? inOrder.slice(0, MOST_SHOWN - 1) : inOrder;
  return (
    <span aria-hidden className="flex -space-x-1.5">
      {shown.map((player, seat) =>
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
      {isLarge && (
        <span className="grid size-8 place-items-center rounded-full bg-sunk text-xs font-semibold tabular-nums ring-2 ring-raised">
          +{seats.length - shown.length}
        </span>
      )}
    </span>
  );
}
