import { LIMITS } from "@rejoin/protocol";
import { useState } from "react";
import { useRoom } from "../../connection/room";
import { useLobbyPeople } from "../../connection/use-lobby-people";
import { hiddenPlayers } from "../../settings/settings";
import { useSetting } from "../../settings/use-setting";
import { laterTexts } from "../../texts/later-texts";
import { TextField } from "../../ui/field";
import { GuestRow } from "./guest-row";
import { namesLike } from "./names-like";

/** Whoever is in the lobby is asked by their name. It reaches them also when they have left it by then. */
export function LobbyPeople() {
  const { state, mySeat, me } = useRoom();
  const t = laterTexts.table.invite;
  return (
    <section aria-label={t.people} className="border-t border-line pt-5">
      <h3 className="font-display text-lg leading-tight font-bold">{t.people}</h3>
      {mySeat === null && state.host.id !== me.id ? (
        <p className="mt-1 text-soft">{t.sitFirst}</p>
      ) : (
        <Search />
      )}
    </section>
  );
}

function Search() {
  const [name, setName] = useState("");
  const [hidden] = useSetting(hiddenPlayers);
  const known = useLobbyPeople(name);
  const people = known && namesLike(name, known).filter(({ id }) => !hidden.includes(id));
  const t = laterTexts.table.invite;
  return (
    <div className="mt-2 grid gap-3">
      <TextField
        label={t.search}
        type="search"
        value={name}
        maxLength={LIMITS.nameLength}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <ul aria-label={t.people} className="grid max-h-72 content-start gap-2 overflow-y-auto">
        {people?.map((person) => (
          <GuestRow key={person.id} person={person} />
        ))}
      </ul>
      {people?.length === 0 && <p className="text-soft">{name.trim() ? t.nobodyLike : t.nobody}</p>}
      {people === null && <p className="text-soft">{t.looking}</p>}
    </div>
  );
}
