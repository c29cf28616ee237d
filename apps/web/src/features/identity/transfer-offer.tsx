import type { TransferAnswer } from "@rejoin/protocol";
import Smartphone from "lucide-react/icons/smartphone";
import { QRCodeSVG } from "qrcode.react";
import { useState } from "react";
import { offerTransfer } from "../../connection/device-calls";
import { formatRemaining } from "../../texts/format";
import { laterTexts } from "../../texts/later-texts";
import { refusalWords } from "../../texts/refusal-words";
import { Button } from "../../ui/button";
import { CopyButton } from "../../ui/copy-button";
import { spacedCode } from "../../ui/spaced-code";
import { useNow } from "../../ui/use-now";

/** Makes a code for another device, and shows it while it is good. */
export function TransferOffer() {
  const [offer, setOffer] = useState<TransferAnswer | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const make = async (): Promise<void> => {
    setAsking(true);
    const answer = await offerTransfer();
    setAsking(false);
    setOffer(answer.ok ? answer.value : null);
    setError(answer.ok ? null : refusalWords(answer.refusal));
  };
  const t = laterTexts.devices;
  if (offer) return <Offered offer={offer} onAgain={make} />;
  return (
    <div className="grid gap-2">
      <Button look="primary" disabled={asking} onClick={make}>
        <Smartphone aria-hidden size={18} /> {asking ? t.offering : t.offer}
      </Button>
      {error && (
        <p role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

function Offered({ offer, onAgain }: { offer: TransferAnswer; onAgain: () => void }) {
  const left = offer.expiresAt - useNow(1_000);
  const t = laterTexts.devices;
  if (left <= 0) {
    return (
      <div className="flex items-center justify-between gap-3">
        <p className="text-soft">{t.expired}</p>
        <Button onClick={onAgain}>{t.again}</Button>
      </div>
    );
  }
  // After the "#", where no server and no log ever sees it.
  const link = `${window.location.origin}/move#${offer.link}`;
  return (
    <div className="grid gap-4">
      <div className="flex items-center gap-4">
        <div className="grid size-36 shrink-0 place-items-center rounded-2xl bg-[#fff] p-3">
          <QRCodeSVG
            value={link}
            size={120}
            level="M"
            fgColor="#1a2344"
            bgColor="#ffffff"
            role="img"
            aria-label={t.qr}
          />
        </div>
        <p className="min-w-0 text-soft">{t.scan}</p>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3 rounded-2xl bg-sunk py-1.5 pr-1.5 pl-3.5">
        <span
          className="font-mono text-xl font-semibold tracking-[0.1em]"
          role="img"
          aria-label={`${t.code}: ${offer.code}`}
        >
          {spacedCode(offer.code)}
        </span>
        <CopyButton value={link} label={t.copyLink} />
      </div>
      <p className="text-sm text-soft">{t.goodFor(formatRemaining(left))}</p>
    </div>
  );
}
