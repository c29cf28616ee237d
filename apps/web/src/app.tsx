import { BrowserRouter, Route, Routes } from "react-router";
import { ClientProvider } from "./connection/client";
import { SessionProvider } from "./connection/session";
import { Returned } from "./features/returned/returned";
import { LobbyRoute } from "./routes/lobby";
import { NotFoundRoute } from "./routes/not-found";
import { RoomRoute } from "./routes/room";
import { SessionGate } from "./routes/session-gate";
import { Announcer } from "./ui/announcer";
import { Toasts } from "./ui/toasts";

export function App() {
  return (
    <>
      <BrowserRouter>
        <SessionProvider>
          <SessionGate>
            <ClientProvider>
              <Returned />
              <Routes>
                <Route index element={<LobbyRoute />} />
                <Route path="r/:code" element={<RoomRoute />} />
                <Route path="*" element={<NotFoundRoute />} />
              </Routes>
            </ClientProvider>
          </SessionGate>
        </SessionProvider>
      </BrowserRouter>
      <Toasts />
      <Announcer />
    </>
  );
}
