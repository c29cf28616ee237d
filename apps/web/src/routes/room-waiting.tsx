import type { RoomView } from "@rejoin/sync";
import { ConnectionStatus } from "../features/connection-status/connection-status";
import { texts } from "../texts/texts";
import { Waiting } from "../ui/waiting";

/** A room on its way. */
export function RoomWaiting({ view }: { view?: RoomView }) {
  return (
    <Waiting title={texts.room.joining}>
      <ConnectionStatus {...(view && { view })} />
    </Waiting>
  );
}
