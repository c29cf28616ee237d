import type { Player } from "@rejoin/protocol";
import Check from "lucide-react/icons/check";
import { useState } from "react";
import { useRoom } from "../../connection/room";
import { laterTexts } from "../../texts/later-texts";
import { refusalWords } from "../../texts/refusal-words";
import { Button } from "../../ui/button";
import { Face } from "../../ui/face";
import { standingOf } from "./guest-standing";

/** Somebody who may be asked, and what has come of asking. */
export function GuestRow({ person }: { person: Player }) {
  const room = useRoom();
  const [refused, setRefused] = useState<string | null>(null);
  const { id, name, avatar } = person;
  const t = laterTexts.table.invite;
  const standing = standingOf(room, id);
  const ask = async (): Promise<void> => {
    setRefused(null);
    const outcome = await room.send({ type: "invite", player: id });
    if (!outcome.ok) setRefused(refusalWords(outcome.refusal));
  };
  return (
    <li className="flex items-center gap-3 rounded-2xl bg-sunk py-1.5 pr-1.5 pl-3">
      <Face avatar={avatar} size={36} className="shrink-0" />
      <span className="min-w-0 flex-1">
        <span className="block leading-tight font-semibold wrap-anywhere">{name}</span>
        {refused && standing === "free" && (
          <span role="alert" className="block text-sm leading-tight font-medium text-danger">
            {refused}
          </span>
        )}
      </span>
      {standing === "free" ? (
        <Button aria-label={t.inviteOf(name)} onClick={() => void ask()}>
          {t.byName}
        </Button>
      ) : (
        <span
          role="status"
          className="flex min-h-11 items-center gap-1.5 px-3 text-sm font-semibold text-soft"
        >
          {standing === "invited" && <Check aria-hidden size={16} />}
          {t.standing[standing]}
        </span>
      )}
    </li>
  );
}
