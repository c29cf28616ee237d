import { type Player, TRANSFER_CODE_LENGTH } from "@rejoin/protocol";
import { type FormEvent, useState } from "react";
import { Link, useNavigate } from "react-router";
import { redeemTransfer } from "../../connection/device-calls";
import { laterTexts } from "../../texts/later-texts";
import { refusalWords } from "../../texts/refusal-words";
import { texts } from "../../texts/texts";
import { Button, buttonLook } from "../../ui/button";
import { Face } from "../../ui/face";
import { TextField } from "../../ui/field";
import { notify } from "../../ui/toasts";

interface TakeUpProps {
  /** The secret of a link, or null where a code is to be typed. */
  link: string | null;
  /** Who this browser is so far; null where it is nobody. */
  me: Player | null;
}

/** Becomes the player of another device here. */
export function TakeUp({ link, me }: TakeUpProps) {
  const navigate = useNavigate();
  const [code, setCode] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [moving, setMoving] = useState(false);
  const t = laterTexts.devices.move;
  const move = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (link === null && code.replace(/[\s-]/g, "").length !== TRANSFER_CODE_LENGTH)
      return setError(t.malformed);
    setMoving(true);
    const answer = await redeemTransfer(link ?? code);
    setMoving(false);
    if (!answer.ok) return setError(refusalWords(answer.refusal));
    notify(t.done(answer.value.name));
    navigate("/", { replace: true });
  };
  return (
    <form onSubmit={move} noValidate className="grid gap-5">
      <p className="text-lg">{link === null ? t.fromCode : t.fromLink}</p>
      {link === null && (
        <TextField
          label={t.code}
          value={code}
          placeholder={t.placeholder}
          maxLength={TRANSFER_CODE_LENGTH * 2}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          error={error}
          className="font-mono text-lg tracking-[0.12em] uppercase"
          onChange={(event) => {
            setCode(event.target.value);
            setError(null);
          }}
        />
      )}
      {me && (
        <p className="flex items-start gap-3 rounded-2xl bg-sunk p-3.5">
          <Face avatar={me.avatar} size={36} className="shrink-0" />
          <span>{t.givesUp(me.name)}</span>
        </p>
      )}
      {link !== null && error && (
        <p role="alert" className="font-medium text-danger">
          {error}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" disabled={moving}>
          {moving ? t.confirming : t.confirm}
        </Button>
        <Link to="/" replace className={buttonLook("plain")}>
          {me ? t.stay(me.name) : texts.common.backToLobby}
        </Link>
      </div>
    </form>
  );
}
