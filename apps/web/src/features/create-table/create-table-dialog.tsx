import { texts } from "../../texts/texts";
import { Dialog } from "../../ui/dialog";
import { CreateTableForm } from "./create-table-form";

export default function CreateTableDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={texts.lobby.create.title} onClose={onClose}>
      <CreateTableForm />
    </Dialog>
  );
}
