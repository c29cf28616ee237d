import { Link } from "react-router";
import { laterTexts } from "../../texts/later-texts";
import { buttonLook } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { DeviceList } from "./device-list";
import { TransferOffer } from "./transfer-offer";

export default function DevicesDialog({ onClose }: { onClose: () => void }) {
  const t = laterTexts.devices;
  return (
    <Dialog title={t.title} description={t.description} onClose={onClose}>
      <div className="grid gap-6">
        <TransferOffer />
        <DeviceList />
        <Link
          to="/move"
          onClick={onClose}
          className={buttonLook("quiet", "-mx-2 justify-self-start px-2 text-sm")}
        >
          {t.have}
        </Link>
      </div>
    </Dialog>
  );
}
