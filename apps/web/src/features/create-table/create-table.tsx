import Plus from "lucide-react/icons/plus";
import { useState } from "react";
import { texts } from "../../texts/texts";
import { buttonLook } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { CreateTableForm } from "./create-table-form";

/** One press opens it, one more opens the table: everything has a good default. */
export function CreateTable() {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={texts.lobby.create.title}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className={buttonLook("primary", "w-full px-6 text-lg")}>
          <Plus aria-hidden size={20} /> {texts.lobby.create.open}
        </button>
      }
    >
      <CreateTableForm />
    </Dialog>
  );
}
