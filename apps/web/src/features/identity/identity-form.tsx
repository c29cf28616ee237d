import { LIMITS, type Player } from "@rejoin/protocol";
import { type FormEvent, useState } from "react";
import { useSession } from "../../connection/session";
import { refusalWords } from "../../texts/refusal-words";
import { texts } from "../../texts/texts";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import { FaceChoice } from "./face-choice";

interface IdentityFormProps {
  me: Player;
  onDone: () => void;
}

export function IdentityForm({ me, onDone }: IdentityFormProps) {
  const { change } = useSession();
  const [name, setName] = useState(me.name);
  const [avatar, setAvatar] = useState(me.avatar);
  const [error, setError] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!name.trim()) return setError(texts.identity.empty);
    setSaving(true);
    const answer = await change({ name, avatar });
    setSaving(false);
    if (answer.ok) onDone();
    else setError(refusalWords(answer.refusal));
  };
  return (
    <form onSubmit={save} className="grid gap-5">
      <TextField
        label={texts.identity.name}
        value={name}
        maxLength={LIMITS.nameLength}
        autoComplete="nickname"
        error={error}
        onChange={(event) => {
          setName(event.target.value);
          setError(null);
        }}
      />
      <FaceChoice held={me.avatar} chosen={avatar} onChoose={setAvatar} />
      <Button type="submit" look="primary" disabled={saving}>
        {saving ? texts.identity.saving : texts.identity.save}
      </Button>
    </form>
  );
}
