import { roomKey } from "@rejoin/protocol";
import type { RoomView } from "@rejoin/sync";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { Navigate, useParams } from "react-router";
import { RoomProvider, useRoom, useRoomHandle } from "../connection/room";
import { refusalWords } from "../texts/refusal-words";
import { texts } from "../texts/texts";
import { spacedCode } from "../ui/spaced-code";
import { loadRoomPage } from "./load-room-page";
import { NoTable } from "./no-table-on-demand";
import { RoomWaiting } from "./room-waiting";

const RoomPage = lazy(loadRoomPage);

/** A table, by its code: also how an invitation arrives, in a browser that was never here before. */
export function RoomRoute() {
  const { code = "" } = useParams();
  useEffect(beginPage, []);
  const key = roomKey.safeParse(code);
  if (!key.success) return <NoTable reason={texts.room.notFound.malformed(code)} />;
  return <Held key={key.data} roomKey={key.data} />;
}

/** The page's code is read while the table is on its way. */
function beginPage(): void {
  void loadRoomPage();
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
            : refusalWords(view.status.refusal)
        }
      />
    ) : (
      <RoomWaiting view={view} />
    );
  return (
    <RoomProvider handle={handle} without={without}>
      <Suspense fallback={<RoomWaiting />}>
        <UnlessOver>
          <RoomPage />
        </UnlessOver>
      </Suspense>
    </RoomProvider>
  );
}

/** A table that was closed before one came is a replay. Whoever is there when it is closed stays. */
function UnlessOver({ children }: { children: ReactNode }) {
  const { state } = useRoom();
  const [isOver] = useState(state.phase.kind === "closed");
  return isOver ? <Navigate to={`/replay/${state.code}`} replace /> : children;
}
