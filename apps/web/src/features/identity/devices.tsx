import MonitorSmartphone from "lucide-react/icons/monitor-smartphone";
import { laterTexts } from "../../texts/later-texts";
import { buttonLook } from "../../ui/button";
import { LazyDialogButton } from "../../ui/lazy-dialog-button";

const load = () => import("./devices-dialog");

/** Where else you are signed in, and how to go on there. */
export function Devices() {
  return (
    <LazyDialogButton load={load} className={buttonLook("quiet", "px-3 text-sm text-soft")}>
      <MonitorSmartphone aria-hidden size={17} /> {laterTexts.devices.open}
    </LazyDialogButton>
  );
}
