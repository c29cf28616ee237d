import { type Command, numberIn, type Told } from "./command.js";
import { type RoomCase, report } from "./room-case.js";

/**
 * Acknowledgements of what the log does not keep any more are compared with each other: a number is one command's (G2), and a
 * command has one number (G3).
 */
export function judgeTrimmed(of: RoomCase, commands: Iterable<Command>): void {
  const owners = new Map<string, Told>();
  for (const command of commands) {
    const { player, id, oks } = command;
    const numbers = new Map<string, Told>();
    for (const ok of oks) {
      const seq = numberIn(ok) ?? 0;
      const life = of.lives.at(ok.at);
      if (!life?.isTrimmed(seq) || !life.agrees(player, id, seq)) continue;
      const { client } = ok;
      const what = `Command ${id} of ${player} was acknowledged as ${seq}`;
      const owner = owners.get(`${life.epoch} ${seq}`) ?? ok;
      owners.set(`${life.epoch} ${seq}`, owner);
      if (owner.command !== id) {
        const detail = `${what}, and so was ${owner.command}.`;
        report(of, "lost acknowledgement", { client, seq, detail, records: [owner, ok] });
      }
      const first = numbers.get(life.epoch) ?? ok;
      numbers.set(life.epoch, first);
      if (numberIn(first) !== seq) {
        const detail = `${what}, and before as ${numberIn(first)}.`;
        report(of, "another number", { client, seq, detail, records: [first, ok] });
      }
    }
  }
}
