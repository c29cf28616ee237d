import { Menu } from "@base-ui/react/menu";
import type { RoomCommand } from "@rejoin/protocol";
import Crown from "lucide-react/icons/crown";
import DoorClosed from "lucide-react/icons/door-closed";
import FlaskConical from "lucide-react/icons/flask-conical";
import Settings2 from "lucide-react/icons/settings-2";
import SlidersHorizontal from "lucide-react/icons/sliders-horizontal";
import UserMinus from "lucide-react/icons/user-minus";
import Users from "lucide-react/icons/users";
import { type ReactNode, useState } from "react";
import { useNavigate } from "react-router";
import { type Room, useRoom } from "../../connection/room";
import { useGive, wouldAccept } from "../../connection/use-give";
import { laterTexts } from "../../texts/later-texts";
import { texts } from "../../texts/texts";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { MenuFrame } from "../../ui/menu-frame";
import type { MenuProps } from "../../ui/menu-on-demand";
import { openDialog } from "../../ui/open-dialog";

/** What is done now and then: what a host may do with the table, and a look below it for everybody. */
export default function TableMenu(menu: MenuProps) {
  const room = useRoom();
  const give = useGive();
  const [closing, setClosing] = useState(false);
  const t = laterTexts.table.controls;
  const navigate = useNavigate();
  return (
    <>
      <MenuFrame {...menu} place={{ align: "end", sideOffset: 6 }} className="min-w-56">
        {hostItems(room).map(({ key, command, label, icon }) => (
          <Item key={key} onClick={() => void give(command)} icon={icon}>
            {label}
          </Item>
        ))}
        {mayConfigure(room) && (
          <Item onClick={() => openDialog("configure")} icon={<SlidersHorizontal aria-hidden size={17} />}>
            {laterTexts.table.configure.open}
          </Item>
        )}
        <Item onClick={() => openDialog("people")} icon={<Users aria-hidden size={17} />}>
          {laterTexts.people.open}
        </Item>
        <Item onClick={() => openDialog("settings")} icon={<Settings2 aria-hidden size={17} />}>
          {texts.common.settings}
        </Item>
        <Item onClick={() => navigate({ search: "?lab" })} icon={<FlaskConical aria-hidden size={17} />}>
          {laterTexts.lab.title}
        </Item>
        {wouldAccept(room, { type: "close" }) && (
          <Item danger onClick={() => setClosing(true)} icon={<DoorClosed aria-hidden size={17} />}>
            {t.close}
          </Item>
        )}
      </MenuFrame>
      <ConfirmDialog
        open={closing}
        onOpenChange={setClosing}
        title={t.closeTitle}
        description={t.closeText}
        confirm={t.confirmClose}
        cancel={t.keepOpen}
        onConfirm={() => void give({ type: "close" })}
      />
    </>
  );
}

/** In the middle of a game too: what is opened then says when it can be done. */
function mayConfigure({ state, me, moment }: Room): boolean {
  return moment.kind === "now" && state.host.id === me.id && state.phase.kind !== "closed";
}

interface HostItem {
  key: string;
  command: RoomCommand;
  label: string;
  icon: ReactNode;
}

function hostItems(room: Room): HostItem[] {
  const t = laterTexts.table.controls;
  const items = room.state.seats.flatMap((seat): HostItem[] => {
    if (!seat) return [];
    const { player, name } = seat;
    return [
      {
        key: `hand-over ${player}`,
        command: { type: "hand-over", player },
        label: t.handOver(name),
        icon: <Crown aria-hidden size={17} />,
      },
      {
        key: `kick ${player}`,
        command: { type: "kick", player },
        label: t.kick(name),
        icon: <UserMinus aria-hidden size={17} />,
      },
    ];
  });
  return items.filter(({ command }) => wouldAccept(room, command));
}

interface ItemProps {
  icon: ReactNode;
  danger?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Item({ icon, danger = false, onClick, children }: ItemProps) {
  return (
    <Menu.Item
      onClick={onClick}
      className={`flex min-h-11 items-center gap-3 rounded-xl px-3 font-medium outline-none select-none data-highlighted:bg-sunk ${danger ? "text-danger" : ""}`}
    >
      {icon}
      {children}
    </Menu.Item>
  );
}
