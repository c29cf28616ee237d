import Plus from "lucide-react/icons/plus";
import { texts } from "../../texts/texts";
import { buttonLook } from "../../ui/button";
import { LazyDialogButton } from "../../ui/lazy-dialog-button";

const load = () => import("./create-table-dialog");

/** One press opens it, one more opens the table: everything has a good default. */
export function CreateTable() {
  return (
    <LazyDialogButton load={load} className={buttonLook("primary", "w-full px-6 text-lg")}>
      <Plus aria-hidden size={20} /> {texts.lobby.create.open}
    </LazyDialogButton>
  );
}
