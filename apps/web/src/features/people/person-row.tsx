import { useRoom } from "../../connection/room";
import { useGive, wouldAccept } from "../../connection/use-give";
import { hidePlayer, useIsHidden } from "../../safety/hidden-players";
import { laterTexts } from "../../texts/later-texts";
import { Button } from "../../ui/button";
import { Face } from "../../ui/face";
import type { PresentPerson } from "./present-people";

export function PersonRow({ person }: { person: PresentPerson }) {
  const { player, name, avatar, bot } = person;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-2xl bg-sunk p-2 pl-3">
      <Face avatar={avatar} size={36} className="shrink-0" />
      <span className="min-w-24 flex-1">
        <span className="block leading-tight font-semibold wrap-anywhere">{name}</span>
        <span className="block text-sm text-soft">
          <Standing person={person} />
        </span>
      </span>
      {!bot && (
        <span className="flex flex-wrap gap-1">
          <HideForMe player={player} name={name} />
          <MuteForAll player={player} name={name} />
        </span>
      )}
    </li>
  );
}

function Standing({ person: { player, seated, bot } }: { person: PresentPerson }) {
  const { state } = useRoom();
  const t = laterTexts.people;
  if (state.muted.includes(player)) return t.muted;
  if (bot) return t.bot;
  if (state.host.id === player) return t.host;
  return seated ? "" : t.watching;
}

interface ChoiceProps {
  player: string;
  name: string;
}

function HideForMe({ player, name }: ChoiceProps) {
  const isHidden = useIsHidden(player);
  const t = laterTexts.people;
  return (
    <Button
      look="quiet"
      className="px-3 text-sm"
      aria-label={isHidden ? t.showOf(name) : t.hideOf(name)}
      onClick={() => hidePlayer(player, !isHidden)}
    >
      {isHidden ? t.show : t.hide}
    </Button>
  );
}

/** For the host only. */
function MuteForAll({ player, name }: ChoiceProps) {
  const room = useRoom();
  const give = useGive();
  const isMuted = room.state.muted.includes(player);
  const command = { type: "mute", player, muted: !isMuted } as const;
  const t = laterTexts.people;
  if (!wouldAccept(room, command)) return null;
  return (
    <Button
      look="quiet"
      className="px-3 text-sm"
      aria-label={isMuted ? t.unmuteOf(name) : t.muteOf(name)}
      onClick={() => void give(command)}
    >
      {isMuted ? t.unmute : t.mute}
    </Button>
  );
}
