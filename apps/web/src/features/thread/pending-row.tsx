import type { PendingCommand } from "@rejoin/sync";
import Clock from "lucide-react/icons/clock";
import { useMe } from "../../connection/session";
import { describeMove, isQuietMove } from "../../games/registry";
import { laterTexts } from "../../texts/later-texts";
import { texts } from "../../texts/texts";

interface PendingRowProps {
  pending: PendingCommand;
  game: string;
}

/** Something of yours that the room has not recorded yet. */
export function PendingRow({ pending, game }: PendingRowProps) {
  const { command } = pending;
  const me = useMe();
  if (command.type === "move" && isQuietMove(game, command.move)) return null;
  return (
    <li data-pending={pending.command.type} className="thread-row thread-pending pt-1 pr-4 pb-1.5 text-soft">
      <span aria-hidden className="thread-node rounded-full bg-raised p-1">
        <Clock size={15} />
      </span>
      <div className="thread-words">
        <p className="thread-text wrap-anywhere italic">{pendingWords(pending, game, me.name)}</p>
        <p className="text-xs font-semibold">{statusWords(pending)}</p>
      </div>
    </li>
  );
}

function statusWords({ status, isKept }: PendingCommand): string {
  return status.kind === "waiting" && !isKept
    ? laterTexts.thread.waitsHere
    : laterTexts.thread.pending[status.kind];
}

function pendingWords({ command }: PendingCommand, game: string, name: string): string {
  switch (command.type) {
    case "say":
      return command.text;
    case "react":
      return command.reaction;
    case "move":
      return laterTexts.thread.event.moved(name, describeMove(game, command.move));
    default:
      return texts.commands[command.type];
  }
}
