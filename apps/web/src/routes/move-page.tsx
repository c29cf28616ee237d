import { useEffect, useState } from "react";
import { useAttention } from "../features/attention/use-attention";
import { TakeUp } from "../features/identity/take-up";
import { useKnownPlayer } from "../features/identity/use-known-player";
import { laterTexts } from "../texts/later-texts";
import { PlainPage } from "./plain-page";

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
    <PlainPage>
      <h1 className="font-display text-4xl leading-tight font-extrabold tracking-tight">{title}</h1>
      {me !== undefined && <TakeUp link={link} me={me} />}
    </PlainPage>
  );
}
