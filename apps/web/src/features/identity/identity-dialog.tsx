import { useMe } from "../../connection/session";
import { texts } from "../../texts/texts";
import { Dialog } from "../../ui/dialog";
import { IdentityForm } from "./identity-form";

export default function IdentityDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={texts.identity.change} description={texts.identity.description} onClose={onClose}>
      <IdentityForm me={useMe()} onDone={onClose} />
    </Dialog>
  );
}
