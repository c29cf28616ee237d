import { Link } from "react-router";
import { useAttention } from "../features/attention/use-attention";
import { JoinByCode } from "../features/join-by-code/join-by-code";
import { texts } from "../texts/texts";
import { buttonLook } from "../ui/button";
import { Logo } from "../ui/logo";
import { LostThreadPicture } from "../ui/pictures";

/** Nothing at this address: why, and what to do instead. */
export function NoTable({ reason }: { reason: string }) {
  const t = texts.room.notFound;
  useAttention({ title: t.title, yourTurn: false });
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-4 sm:px-8">
      <header className="flex min-h-16 items-center">
        <Link to="/" aria-label={texts.common.backToLobby} className="rounded-lg">
          <Logo />
        </Link>
      </header>
      <main className="m-auto grid w-full max-w-md gap-6 py-10">
        <LostThreadPicture />
        <div>
          <h1 className="font-display text-4xl font-extrabold tracking-tight">{t.title}</h1>
          <p className="mt-3 text-lg wrap-anywhere">{reason}</p>
          <p className="mt-1 text-soft">{t.hint}</p>
        </div>
        <JoinByCode />
        <Link to="/" className={buttonLook("primary", "justify-self-start px-4")}>
          {texts.common.backToLobby}
        </Link>
      </main>
    </div>
  );
}
