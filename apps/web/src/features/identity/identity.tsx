import Pencil from "lucide-react/icons/pencil";
import { useState } from "react";
import { useMe } from "../../connection/session";
import { texts } from "../../texts/texts";
import { Dialog } from "../../ui/dialog";
import { Face } from "../../ui/face";
import { IdentityForm } from "./identity-form";

/** Who you are, and one press to change it. */
export function Identity() {
  const me = useMe();
  const [open, setOpen] = useState(false);
  return (
    <div className="relative flex min-w-0 items-center gap-2.5 rounded-full py-1 pr-3 pl-1 hover:bg-sunk">
      <Dialog
        title={texts.identity.change}
        description={texts.identity.description}
        open={open}
        onOpenChange={setOpen}
        trigger={
          <button
            type="button"
            aria-label={texts.identity.change}
            className="rounded-full after:absolute after:inset-0 after:rounded-full"
          >
            <Face avatar={me.avatar} size={36} />
          </button>
        }
      >
        <IdentityForm me={me} onDone={() => setOpen(false)} />
      </Dialog>
      <span className="truncate font-semibold">{me.name}</span>
      <Pencil aria-hidden size={14} className="shrink-0 text-soft" />
    </div>
  );
}
