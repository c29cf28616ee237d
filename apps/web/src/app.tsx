import { BrowserRouter, Navigate, Outlet, Route, Routes } from "react-router";
import { ClientProvider } from "./connection/client";
import { SessionProvider } from "./connection/session";
import { InvitationsOnDemand } from "./features/invitations/invitations-on-demand";
import { LabOnDemand } from "./features/lab/lab-on-demand";
import { Returned } from "./features/returned/returned";
import { LobbyRoute } from "./routes/lobby";
import { MoveRoute } from "./routes/move";
import { NotFoundRoute } from "./routes/not-found";
import { PageDialogs } from "./routes/page-dialogs";
import { ReplayRoute } from "./routes/replay";
import { RoomRoute } from "./routes/room";
import { SessionGate } from "./routes/session-gate";
import { Announcer } from "./ui/announcer";
import { Toasts } from "./ui/toasts";

export function App() {
  return (
    <>
      <BrowserRouter>
        <Routes>
          <Route path="replay/:room" element={<ReplayRoute />} />
          <Route path="move" element={<MoveRoute />} />
          <Route element={<Connected />}>
            <Route index element={<LobbyRoute />} />
            <Route path="r/:code" element={<RoomRoute />} />
            <Route path="lab" element={<Navigate to="/?lab" replace />} />
            <Route path="*" element={<NotFoundRoute />} />
          </Route>
        </Routes>
      </BrowserRouter>
      <PageDialogs />
      <Toasts />
      <Announcer />
    </>
  );
}

/** The pages that need to know who one is, and a connection. */
function Connected() {
  return (
    <SessionProvider>
      <SessionGate>
        <ClientProvider>
          <Returned />
          <Outlet />
          <InvitationsOnDemand />
          <LabOnDemand />
        </ClientProvider>
      </SessionGate>
    </SessionProvider>
  );
}
