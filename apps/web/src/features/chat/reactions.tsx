import SmilePlus from "lucide-react/icons/smile-plus";
import { laterTexts } from "../../texts/later-texts";
import { iconButtonLook } from "../../ui/button";
import { MenuOnDemand } from "../../ui/menu-on-demand";

const load = () => import("./reactions-menu");

/** A feeling, in one press. */
export function Reactions() {
  const { react } = laterTexts.table.chat;
  return (
    <MenuOnDemand load={load} aria-label={react} title={react} className={iconButtonLook()}>
      <SmilePlus aria-hidden size={20} />
    </MenuOnDemand>
  );
}
