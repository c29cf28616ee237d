import { cleanText, LIMITS } from "@rejoin/protocol";
import SendHorizontal from "lucide-react/icons/send-horizontal";
import { type FormEvent, type KeyboardEvent, useId } from "react";
import { useRoom } from "../../connection/room";
import { useGive } from "../../connection/use-give";
import { laterTexts } from "../../texts/later-texts";
import { iconButtonLook } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import { INPUT_LOOK } from "../../ui/field";
import { Reactions } from "./reactions";
import { useDraft } from "./use-draft";

/** From here on it is shown how much of the limit is left. */
const NEARLY_FULL = 60;

/** The line one writes on. What is refused comes back into it, with the reason told. */
export function Composer() {
  const { state, me } = useRoom();
  const give = useGive();
  const id = useId();
  const [draft, setDraft] = useDraft(state.code);
  if (state.phase.kind === "closed") return null;
  if (state.muted.includes(me.id))
    return <p className="px-2 py-2.5 text-center text-soft">{laterTexts.people.youAreMuted}</p>;
  const say = (event: FormEvent): void => {
    event.preventDefault();
    if (!cleanText(draft)) return;
    setDraft("");
    void give({ type: "say", text: draft });
  };
  const left = LIMITS.messageLength - draft.length;
  return (
    <form onSubmit={say} className="flex items-center gap-1.5">
      <Reactions />
      <label htmlFor={id} className="sr-only">
        {laterTexts.table.chat.message}
      </label>
      <div className="relative min-w-0 flex-1">
        <input
          id={id}
          data-message-line
          value={draft}
          maxLength={LIMITS.messageLength}
          placeholder={laterTexts.table.chat.placeholder}
          autoComplete="off"
          enterKeyHint="send"
          aria-describedby={left <= NEARLY_FULL ? `${id}-left` : undefined}
          onKeyDown={keepComposing}
          onChange={(event) => setDraft(event.target.value)}
          className={classNames(INPUT_LOOK, left <= NEARLY_FULL && "pr-12")}
        />
        {left <= NEARLY_FULL && (
          <span
            id={`${id}-left`}
            className="absolute top-1/2 right-3 -translate-y-1/2 font-mono text-xs text-soft"
          >
            <span aria-hidden>{left}</span>
            <span className="sr-only">{laterTexts.table.chat.left(left)}</span>
          </span>
        )}
      </div>
      <button
        type="submit"
        aria-label={laterTexts.table.chat.send}
        title={laterTexts.table.chat.send}
        className={iconButtonLook("primary")}
      >
        <SendHorizontal aria-hidden size={18} />
      </button>
    </form>
  );
}

/** Enter that ends a composition (Japanese, Chinese, Korean) chooses a word, and must not send. */
function keepComposing(event: KeyboardEvent): void {
  if (event.key === "Enter" && (event.nativeEvent.isComposing || event.keyCode === 229))
    event.preventDefault();
}
