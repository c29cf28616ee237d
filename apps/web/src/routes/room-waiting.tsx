import type { RoomView } from "@rejoin/sync";
import { ConnectionStatus } from "../features/connection-status/connection-status";
import { texts } from "../texts/texts";
import { Mark } from "../ui/logo";

/** A room on its way: said in words, never only turned. */
export function RoomWaiting({ view }: { view?: RoomView }) {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-4 p-6 text-center">
      <span className="animate-breathe">
        <Mark size={56} />
      </span>
      <h1 className="font-display text-2xl font-bold">{texts.room.joining}</h1>
      <ConnectionStatus {...(view && { view })} />
    </main>
  );
}
