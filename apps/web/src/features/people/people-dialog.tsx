import { useRoom } from "../../connection/room";
import { laterTexts } from "../../texts/later-texts";
import { Dialog } from "../../ui/dialog";
import { PersonRow } from "./person-row";
import { presentPeople } from "./present-people";

/** Who is at this table, and whose messages one wants to see. */
export default function PeopleDialog({ onClose }: { onClose: () => void }) {
  const { state, log, me } = useRoom();
  const people = presentPeople(state, log, me.id);
  const t = laterTexts.people;
  return (
    <Dialog title={t.title} description={t.description} onClose={onClose}>
      {people.length === 0 && <p className="text-soft">{t.none}</p>}
      <ul className="grid gap-2">
        {people.map((person) => (
          <PersonRow key={person.player} person={person} />
        ))}
      </ul>
    </Dialog>
  );
}
