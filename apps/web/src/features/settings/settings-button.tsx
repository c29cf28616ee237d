import Settings2 from "lucide-react/icons/settings-2";
import { texts } from "../../texts/texts";
import { buttonLook } from "../../ui/button";
import { openDialog } from "../../ui/open-dialog";

export function SettingsButton() {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      className={buttonLook("quiet", "px-3 text-sm text-soft")}
      onClick={() => openDialog("settings")}
    >
      <Settings2 aria-hidden size={17} /> {texts.common.settings}
    </button>
  );
}
