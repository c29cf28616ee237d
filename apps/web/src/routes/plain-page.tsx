import type { ReactNode } from "react";
import { Link } from "react-router";
import { texts } from "../texts/texts";
import { Logo } from "../ui/logo";

/** A page beside the lobby and the tables: the way back above, and one column of whatever it is about. */
export function PlainPage({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-4 sm:px-8">
      <header className="flex min-h-16 items-center">
        <Link to="/" aria-label={texts.common.backToLobby} className="rounded-lg">
          <Logo />
        </Link>
      </header>
      <main className="m-auto grid w-full max-w-md gap-6 py-10">{children}</main>
    </div>
  );
}
