import { useEffect, useState } from "react";
import { Link } from "react-router";
import { useAttention } from "../features/attention/use-attention";
import { TakeUp } from "../features/identity/take-up";
import { useKnownPlayer } from "../features/identity/use-known-player";
import { laterTexts } from "../texts/later-texts";
import { texts } from "../texts/texts";
import { Logo } from "../ui/logo";

/** Becoming the player of another device here, asked once more: the link may have come from anybody. */
export default function MovePage() {
  const [link] = useState(() => window.location.hash.slice(1) || null);
  const me = useKnownPlayer();
  const { title } = laterTexts.devices.move;
  useAttention({ title, yourTurn: false });
  // The secret is not left in the history.
  useEffect(() => {
    if (window.location.hash) history.replaceState(history.state, "", window.location.pathname);
  }, []);
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col px-4 sm:px-8">
      <header className="flex min-h-16 items-center">
        <Link to="/" aria-label={texts.common.backToLobby} className="rounded-lg">
          <Logo />
        </Link>
      </header>
      <main className="m-auto grid w-full max-w-md gap-6 py-10">
        <h1 className="font-display text-4xl leading-tight font-extrabold tracking-tight">{title}</h1>
        {me !== undefined && <TakeUp link={link} me={me} />}
      </main>
    </div>
  );
}
