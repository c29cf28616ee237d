import Ellipsis from "lucide-react/icons/ellipsis";
import { laterTexts } from "../../texts/later-texts";
import { iconButtonLook } from "../../ui/button";
import { MenuOnDemand } from "../../ui/menu-on-demand";

const load = () => import("./table-menu");

export function TableMenuButton() {
  const { menu } = laterTexts.table.controls;
  return (
    <MenuOnDemand load={load} aria-label={menu} title={menu} className={iconButtonLook()}>
      <Ellipsis aria-hidden size={20} />
    </MenuOnDemand>
  );
}
