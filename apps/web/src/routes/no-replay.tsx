import { Link } from "react-router";
import { useAttention } from "../features/attention/use-attention";
import { laterTexts } from "../texts/later-texts";
import { texts } from "../texts/texts";
import { Button, buttonLook } from "../ui/button";
import { LostThreadPicture } from "../ui/lost-thread-picture";
import { PlainPage } from "./plain-page";

interface NoReplayProps {
  reason: string;
  /** Where trying again may help. */
  again?: () => void;
}

/** Nothing to be replayed: why, and what to do instead. */
export function NoReplay({ reason, again }: NoReplayProps) {
  const t = laterTexts.time.replay;
  useAttention({ title: t.missing, yourTurn: false });
  return (
    <PlainPage>
      <LostThreadPicture />
      <div>
        <h1 className="font-display text-4xl font-extrabold tracking-tight">{t.missing}</h1>
        <p className="mt-3 text-lg wrap-anywhere">{reason}</p>
      </div>
      <div className="flex gap-2">
        {again && <Button onClick={again}>{t.again}</Button>}
        <Link to="/" className={buttonLook("primary", "px-4")}>
          {texts.common.backToLobby}
        </Link>
      </div>
    </PlainPage>
  );
}
