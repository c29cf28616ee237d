import { LIMITS } from "@rejoin/protocol";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { useClient } from "../../connection/client";
import { isAway } from "../../connection/is-away";
import { useMe } from "../../connection/session";
import { firstOptions, GameOptions } from "../../games/game-options";
import { OFFERED } from "../../games/glyphs";
import type { OptionValue } from "../../games/option-field";
import { gameLook } from "../../games/registry";
import { refusalWords } from "../../texts/refusal-words";
import { texts } from "../../texts/texts";
import { Button } from "../../ui/button";
import { SwitchField, TextField } from "../../ui/field";
import { useStored } from "../../ui/use-stored";
import { GameChoice } from "./game-choice";

/** By game, so that trying another one forgets nothing. */
type ChosenOptions = Readonly<Record<string, Readonly<Record<string, OptionValue>>>>;

export function CreateTableForm() {
  const me = useMe();
  const client = useClient();
  const navigate = useNavigate();
  const [game, setGame] = useStored("rejoin:create-game", knownGame);
  const fields = gameLook(game)?.options?.() ?? [];
  const [chosen, setChosen] = useState<ChosenOptions>({});
  const options = chosen[game] ?? firstOptions(fields);
  const [title, setTitle] = useState(texts.lobby.create.defaultName(me.name).slice(0, LIMITS.titleLength));
  const [isPrivate, setPrivate] = useState(false);
  const [creating, setCreating] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isAway(client)) {
      setError(texts.lobby.noConnection);
      return;
    }
    setCreating(true);
    const wanted = title.trim() || texts.lobby.create.defaultName(me.name);
    const outcome = await client.createRoom({
      title: wanted,
      game,
      visibility: isPrivate ? "private" : "public",
      options,
    });
    setCreating(false);
    if (!outcome.ok) {
      setError(refusalWords(outcome.refusal));
      return;
    }
    // Whoever opens a table wants to play at it; the room's page says so if the seat was refused.
    const room = client.openRoom(outcome.code);
    void room.send({ type: "take-seat", seat: 0 }).finally(() => room.release());
    navigate(`/r/${outcome.code}`);
  };
  return (
    <form onSubmit={create} className="grid gap-4">
      <GameChoice chosen={game} onChoose={setGame} />
      <GameOptions
        fields={fields}
        options={options}
        onChange={(next) => setChosen({ ...chosen, [game]: next })}
      />
      <TextField
        label={texts.lobby.create.name}
        value={title}
        maxLength={LIMITS.titleLength}
        autoComplete="off"
        error={error}
        onChange={(event) => {
          setTitle(event.target.value);
          setError(null);
        }}
      />
      <SwitchField
        label={texts.lobby.create.private}
        hint={texts.lobby.create.privateHint}
        checked={isPrivate}
        onChange={setPrivate}
      />
      <Button type="submit" look="primary" disabled={creating}>
        {creating ? texts.lobby.create.submitting : texts.lobby.create.submit}
      </Button>
    </form>
  );
}

function knownGame(kept: unknown): string {
  const known = OFFERED.find(({ id }) => id === kept) ?? OFFERED[0];
  return known?.id ?? "";
}
