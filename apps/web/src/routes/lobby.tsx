import { useLobby } from "../connection/use-lobby";
import { useAttention } from "../features/attention/use-attention";
import { ConnectionStatus } from "../features/connection-status/connection-status";
import { CreateTable } from "../features/create-table/create-table";
import { Directory } from "../features/directory/directory";
import { Identity } from "../features/identity/identity";
import { JoinByCode } from "../features/join-by-code/join-by-code";
import { MyTables } from "../features/my-tables/my-tables";
import { QuickPlay } from "../features/quick-play/quick-play";
import { SettingsButton } from "../features/settings/settings-button";
import { ThemeChoice } from "../features/theme/theme-choice";
import { texts } from "../texts/texts";
import { Logo } from "../ui/logo";
import { useIdle } from "../ui/use-idle";
import { loadRoomPage } from "./load-room-page";

export function LobbyRoute() {
  const lobby = useLobby();
  useIdle(loadRoomPage);
  useAttention({ title: texts.lobby.title, yourTurn: lobby.mine.some((room) => room.yourTurn) });
  return (
    <div className="mx-auto max-w-6xl px-4 pb-16 sm:px-8">
      <header className="sticky top-0 z-20 -mx-4 flex min-h-16 items-center justify-between gap-2 bg-paper px-4 py-2 sm:-mx-8 sm:px-8">
        <Logo />
        <div className="flex min-w-0 items-center gap-1 sm:gap-3">
          <div className="shrink-0">
            <ConnectionStatus />
          </div>
          <Identity />
        </div>
      </header>
      <main className="grid gap-12">
        <div className="grid gap-8 pt-6 sm:pt-12 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-end lg:gap-16">
          <div>
            <h1 className="font-display text-6xl leading-[0.95] font-extrabold tracking-tight sm:text-8xl">
              {texts.lobby.title}
            </h1>
            <p className="mt-4 max-w-lg text-lg leading-relaxed text-soft text-pretty">
              {texts.lobby.tagline}
            </p>
          </div>
          <div className="grid gap-5 sm:grid-cols-2 sm:items-end lg:grid-cols-1">
            <CreateTable />
            <JoinByCode />
          </div>
        </div>
        <QuickPlay />
        <MyTables lobby={lobby} />
        <Directory lobby={lobby} />
      </main>
      <footer className="mt-16 flex flex-wrap items-center justify-end gap-3">
        <SettingsButton />
        <ThemeChoice />
      </footer>
    </div>
  );
}
