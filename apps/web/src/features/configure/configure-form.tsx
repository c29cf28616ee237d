import { LIMITS } from "@rejoin/protocol";
import { type RoomState, takenSeats } from "@rejoin/rules/room";
import { type FormEvent, useState } from "react";
import { useRoom } from "../../connection/room";
import { refusalNow } from "../../connection/use-give";
import { firstOptions, GameOptions } from "../../games/game-options";
import type { OptionField, OptionValue } from "../../games/option-field";
import { gameLook } from "../../games/registry";
import { laterTexts } from "../../texts/later-texts";
import { refusalWords } from "../../texts/refusal-words";
import { texts } from "../../texts/texts";
import { Button } from "../../ui/button";
import { SwitchField, TextField } from "../../ui/field";
import { SeatCount } from "./seat-count";
import { type TableChoice, tableChanges } from "./table-changes";

/** As when a table is opened, with what is chosen there now. What cannot be done says why. */
export function ConfigureForm({ onDone }: { onDone: () => void }) {
  const room = useRoom();
  const { state } = room;
  const fields = gameLook(state.game)?.options?.() ?? [];
  const [before] = useState(() => asItIs(state, fields));
  const [chosen, setChosen] = useState(before);
  const [saving, setSaving] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const command = tableChanges(state, before, chosen);
  const why = refused ?? whyNot(state, chosen) ?? words(command && refusalNow(room, command));
  const choose = (choice: Partial<TableChoice>): void => {
    setChosen({ ...chosen, ...choice });
    setRefused(null);
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!command) return;
    setSaving(true);
    const outcome = await room.send(command);
    setSaving(false);
    if (outcome.ok) onDone();
    else setRefused(refusalWords(outcome.refusal));
  };
  const t = laterTexts.table.configure;
  return (
    <form onSubmit={save} className="grid gap-4">
      <TextField
        label={texts.lobby.create.name}
        value={chosen.title}
        maxLength={LIMITS.titleLength}
        autoComplete="off"
        onChange={(event) => choose({ title: event.target.value })}
      />
      <GameOptions fields={fields} options={chosen.options} onChange={(options) => choose({ options })} />
      <SeatCount game={state.game} count={chosen.seats} onChange={(seats) => choose({ seats })} />
      <SwitchField
        label={texts.lobby.create.private}
        hint={texts.lobby.create.privateHint}
        checked={chosen.isPrivate}
        onChange={(isPrivate) => choose({ isPrivate })}
      />
      {why && (
        <p role="alert" className="text-sm font-medium text-danger">
          {why}
        </p>
      )}
      <Button type="submit" look="primary" disabled={saving || !command || why !== null}>
        {saving ? t.saving : t.save}
      </Button>
    </form>
  );
}

function asItIs(state: RoomState, fields: readonly OptionField[]): TableChoice {
  const options = state.options as Readonly<Record<string, OptionValue>>;
  return {
    title: state.title,
    isPrivate: state.visibility === "private",
    options: { ...firstOptions(fields), ...options },
    seats: state.seats.length,
  };
}

/** What is known to be in the way, in words of the page's own. */
function whyNot(state: RoomState, { seats }: TableChoice): string | null {
  const t = laterTexts.table.configure;
  if (state.phase.kind === "playing" || state.phase.kind === "countdown") return t.duringGame;
  const last = takenSeats(state).at(-1) ?? -1;
  return last < seats ? null : t.seatTaken(last + 1);
}

function words(refusal: ReturnType<typeof refusalNow>): string | null {
  return refusal && refusalWords(refusal);
}
