import type { Invitation } from "@rejoin/protocol";
import { useState } from "react";
import { useMatch } from "react-router";
import { laterTexts } from "../../texts/later-texts";
import { classNames } from "../../ui/class-names";
import { InvitationCard } from "./invitation-card";
import { useAnnouncedInvitations } from "./use-announced-invitations";
import { usePassing } from "./use-passing";

/**
 * In the lobby what waits, near the thumb: the newest, and the others on demand. At a table only what is new, for a while,
 * where it hides neither the board nor the message line: it waits on in the lobby.
 */
export default function Invitations({ invitations }: { invitations: readonly Invitation[] }) {
  const table = useMatch("/r/:code");
  const [isWhole, setWhole] = useState(false);
  useAnnouncedInvitations(invitations);
  const passing = usePassing(invitations);
  const waiting = (table ? passing : invitations).filter(({ code }) => code !== table?.params.code);
  const shown = isWhole && !table ? waiting : waiting.slice(0, 1);
  if (shown.length === 0) return null;
  return (
    <section
      aria-label={laterTexts.invitations.title}
      className={classNames(
        "fixed inset-x-3 z-30 mx-auto grid max-w-md gap-2",
        table ? "top-3 lg:top-20 lg:right-5 lg:mr-0" : "bottom-3 sm:right-6 sm:bottom-6 sm:mr-0",
      )}
    >
      {!table && waiting.length > 1 && (
        <MoreButton count={waiting.length - 1} isWhole={isWhole} onToggle={() => setWhole(!isWhole)} />
      )}
      <ul className={classNames("grid gap-2", isWhole && "max-h-[60dvh] overflow-y-auto rounded-3xl")}>
        {shown.map((invitation) => (
          <InvitationCard key={`${invitation.room} ${invitation.at}`} invitation={invitation} />
        ))}
      </ul>
    </section>
  );
}

interface MoreButtonProps {
  count: number;
  isWhole: boolean;
  onToggle: () => void;
}

function MoreButton({ count, isWhole, onToggle }: MoreButtonProps) {
  const t = laterTexts.invitations;
  return (
    <button
      type="button"
      aria-expanded={isWhole}
      onClick={onToggle}
      className="min-h-11 justify-self-center rounded-full bg-ink px-4 text-sm font-semibold text-on-ink shadow-high"
    >
      {isWhole ? t.fewer : t.more(count)}
    </button>
  );
}
