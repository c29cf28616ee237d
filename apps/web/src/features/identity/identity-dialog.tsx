import { useMe } from "../../connection/session";
import { texts } from "../../texts/texts";
import { Dialog } from "../../ui/dialog";
import { Devices } from "./devices";
import { IdentityForm } from "./identity-form";

export default function IdentityDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={texts.identity.change} description={texts.identity.description} onClose={onClose}>
      <IdentityForm me={useMe()} onDone={onClose} />
      <div className="mt-4 flex justify-center">
        <Devices />
      </div>
    </Dialog>
  );
}
