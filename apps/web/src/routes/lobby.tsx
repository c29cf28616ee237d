import { useLobby } from "../connection/use-lobby";
import { useAttention } from "../features/attention/use-attention";
import { ConnectionStatus } from "../features/connection-status/connection-status";
import { CreateTable } from "../features/create-table/create-table";
import { Directory } from "../features/directory/directory";
import { Identity } from "../features/identity/identity";
import { JoinByCode } from "../features/join-by-code/join-by-code";
import { MyTables } from "../features/my-tables/my-tables";
import { ThemeChoice } from "../features/theme/theme-choice";
import { texts } from "../texts/texts";
import { Logo } from "../ui/logo";

export function LobbyRoute() {
  const lobby = useLobby();
  useAttention({ title: texts.lobby.title, yourTurn: lobby.mine.some((room) => room.yourTurn) });
  return (
    <div className="mx-auto max-w-6xl px-4 pb-16 sm:px-8">
      <header className="flex min-h-16 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
        <Logo />
        <div className="flex min-w-0 items-center gap-1 sm:gap-3">
          <ConnectionStatus />
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
          <div className="grid gap-5">
            <CreateTable />
            <JoinByCode />
          </div>
        </div>
        <MyTables lobby={lobby} />
        <Directory lobby={lobby} />
      </main>
      <footer className="mt-16 flex justify-end">
        <ThemeChoice />
      </footer>
    </div>
  );
}
