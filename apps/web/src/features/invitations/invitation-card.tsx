import type { Invitation } from "@rejoin/protocol";
import { gameGlyph } from "../../games/glyphs";
import { formatSince } from "../../texts/format";
import { gameName } from "../../texts/game-words";
import { laterTexts } from "../../texts/later-texts";
import { Button } from "../../ui/button";
import { Face } from "../../ui/face";
import { useAnswer } from "./use-answer";

/** Who asks, to what, and the two answers. */
export function InvitationCard({ invitation }: { invitation: Invitation }) {
  const { by, title, game, at } = invitation;
  const { answering, join, decline } = useAnswer(invitation);
  const t = laterTexts.invitations;
  const Glyph = gameGlyph(game);
  return (
    <li className="grid animate-arrive grid-cols-[minmax(0,1fr)] gap-3 rounded-3xl bg-raised p-4 shadow-high ring-1 ring-line ring-inset">
      <div className="flex items-center gap-3">
        <Face avatar={by.avatar} size={44} className="shrink-0" />
        <div className="min-w-0 flex-1">
          <p className="leading-tight font-semibold wrap-anywhere">{t.invites(by.name)}</p>
          <p className="mt-0.5 flex items-center gap-1.5 text-sm text-soft">
            {Glyph && (
              <span className="shrink-0">
                <Glyph size={18} />
              </span>
            )}
            <span className="truncate">{t.to(gameName(game), title)}</span>
          </p>
        </div>
        <time dateTime={new Date(at).toISOString()} className="shrink-0 self-start text-xs text-soft">
          {formatSince(at, Date.now())}
        </time>
      </div>
      <div className="grid grid-cols-2 gap-2">
        <Button disabled={answering} aria-label={t.declineTo(title)} onClick={decline}>
          {t.decline}
        </Button>
        <Button look="primary" disabled={answering} aria-label={t.joinTo(title)} onClick={join}>
          {t.join}
        </Button>
      </div>
    </li>
  );
}
