import { CSPProvider } from "@base-ui/react/csp-provider";
import { BrowserRouter, Route, Routes } from "react-router";
import { ClientProvider } from "./connection/client";
import { SessionProvider } from "./connection/session";
import { LobbyRoute } from "./routes/lobby";
import { NotFoundRoute } from "./routes/not-found";
import { RoomRoute } from "./routes/room";
import { SessionGate } from "./routes/session-gate";
import { Announcer } from "./ui/announcer";
import { Toasts } from "./ui/toasts";

export function App() {
  return (
    // The page allows no style elements: everything that Base UI would write into one is in our own sheets.
    <CSPProvider disableStyleElements>
      <BrowserRouter>
        <SessionProvider>
          <SessionGate>
            <ClientProvider>
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
    </CSPProvider>
  );
}
