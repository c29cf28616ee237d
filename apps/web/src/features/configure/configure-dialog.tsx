import { laterTexts } from "../../texts/later-texts";
import { Dialog } from "../../ui/dialog";
import { ConfigureForm } from "./configure-form";

/** What the host of a table may change about it between two games. */
export default function ConfigureDialog({ onClose }: { onClose: () => void }) {
  const t = laterTexts.table.configure;
  return (
    <Dialog title={t.title} description={t.description} onClose={onClose}>
      <ConfigureForm onDone={onClose} />
    </Dialog>
  );
}
