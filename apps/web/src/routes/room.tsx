import { roomKey } from "@rejoin/protocol";
import type { RoomView } from "@rejoin/sync";
import { lazy, Suspense } from "react";
import { useParams } from "react-router";
import { RoomProvider, useRoomHandle } from "../connection/room";
import { texts } from "../texts/texts";
import { spacedCode } from "../ui/spaced-code";
import { loadRoomPage } from "./load-room-page";
import { NoTable } from "./no-table";
import { RoomWaiting } from "./room-waiting";

const RoomPage = lazy(loadRoomPage);

/** A table, by its code: also how an invitation arrives, in a browser that was never here before. */
export function RoomRoute() {
  const { code = "" } = useParams();
  const key = roomKey.safeParse(code);
  if (!key.success) return <NoTable reason={texts.room.notFound.malformed(code)} />;
  return <Held key={key.data} roomKey={key.data} />;
}

function Held({ roomKey: key }: { roomKey: string }) {
  const handle = useRoomHandle(key);
  if (!handle) return <RoomWaiting />;
  const without = (view: RoomView) =>
    view.status.kind === "refused" ? (
      <NoTable
        reason={
          view.status.refusal.code === "room-not-found"
            ? texts.room.notFound.code(spacedCode(key))
            : view.status.refusal.message
        }
      />
    ) : (
      <RoomWaiting view={view} />
    );
  return (
    <RoomProvider handle={handle} without={without}>
      <Suspense fallback={<RoomWaiting />}>
        <RoomPage />
      </Suspense>
    </RoomProvider>
  );
}
