import Share2 from "lucide-react/icons/share-2";
import { QRCodeSVG } from "qrcode.react";
import { useRoom } from "../../connection/room";
import { laterTexts } from "../../texts/later-texts";
import { Button } from "../../ui/button";
import { CopyButton } from "../../ui/copy-button";
import { Dialog } from "../../ui/dialog";
import { spacedCode } from "../../ui/spaced-code";
import { LobbyPeople } from "./lobby-people";

export default function InviteDialog({ onClose }: { onClose: () => void }) {
  const { state } = useRoom();
  const t = laterTexts.table.invite;
  const link = `${window.location.origin}/r/${state.code}`;
  return (
    <Dialog title={t.title} description={t.description} onClose={onClose}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Line label={t.link} value={link} shown={link.replace(/^https?:\/\//, "")} copy={t.copyLink} />
        <Line label={t.code} value={state.code} shown={spacedCode(state.code)} copy={t.copyCode} large />
        <div className="flex items-center gap-4">
          <Qr link={link} />
          <div className="grid justify-items-start gap-3">
            <p className="text-soft">{t.scan}</p>
            {typeof navigator.share === "function" && (
              <Button onClick={() => void share(state.title, link)}>
                <Share2 aria-hidden size={17} /> {t.share}
              </Button>
            )}
          </div>
        </div>
        <LobbyPeople />
      </div>
    </Dialog>
  );
}

/** Dark on white in either theme: cameras expect that. */
function Qr({ link }: { link: string }) {
  return (
    <div className="grid size-32 shrink-0 place-items-center rounded-2xl bg-[#fff] p-3">
      <QRCodeSVG
        value={link}
        size={104}
        level="M"
        fgColor="#1a2344"
        bgColor="#ffffff"
        role="img"
        aria-label={laterTexts.table.invite.qr}
      />
    </div>
  );
}

interface LineProps {
  label: string;
  value: string;
  shown: string;
  copy: string;
  large?: boolean;
}

function Line({ label, value, shown, copy, large = false }: LineProps) {
  return (
    <div>
      <p className="mb-1 text-sm font-semibold text-soft">{label}</p>
      <div className="flex items-center justify-between gap-3 rounded-2xl bg-sunk py-1.5 pr-1.5 pl-3.5">
        <span
          className={`min-w-0 truncate font-mono ${large ? "text-2xl font-semibold tracking-[0.12em]" : "text-sm"}`}
        >
          {shown}
        </span>
        <CopyButton value={value} label={copy} />
      </div>
    </div>
  );
}

async function share(title: string, url: string): Promise<void> {
  try {
    await navigator.share({ title, url });
  } catch {
    // Whoever closes the share sheet has changed their mind, which is no fault.
  }
}
