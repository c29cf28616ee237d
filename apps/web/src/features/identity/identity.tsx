import Pencil from "lucide-react/icons/pencil";
import { useMe } from "../../connection/session";
import { texts } from "../../texts/texts";
import { Face } from "../../ui/face";
import { LazyDialogButton } from "../../ui/lazy-dialog-button";

const load = () => import("./identity-dialog");

/** Who you are, and one press to change it. */
export function Identity() {
  const me = useMe();
  return (
    <div className="relative flex min-w-0 items-center gap-2.5 rounded-full py-1 pr-3 pl-1 hover:bg-sunk">
      <LazyDialogButton
        load={load}
        aria-label={texts.identity.change}
        className="size-9 shrink-0 rounded-full after:absolute after:inset-0 after:rounded-full"
      >
        <Face avatar={me.avatar} size={36} />
      </LazyDialogButton>
      <span className="max-w-48 truncate font-semibold">{me.name}</span>
      <Pencil aria-hidden size={14} className="shrink-0 text-soft" />
    </div>
  );
}
