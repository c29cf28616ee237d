import type { RefusalCode } from "@rejoin/protocol";
import { type Command, numberIn, type Told } from "./command.js";
import { type RoomCase, report } from "./room-case.js";

/**
 * Refusals that are given before it is looked up whether the command is in the log already: they say nothing of an earlier
 * attempt that was not answered.
 */
const AT_THE_DOOR: ReadonlySet<RefusalCode> = new Set([
  "unauthenticated",
  "forbidden-origin",
  "unsupported-version",
  "too-many-connections",
  "too-many-rooms",
  "room-not-found",
  "not-joined",
  "command-id-reused",
] as const);

/** Compares what was told of a command with the log, once all is known: G2, G3, G4 and G13. */
export function judgeCommand(of: RoomCase, command: Command): void {
  judgeOks(of, command);
  judgeRefusals(of, command);
  judgeLiveness(of, command);
}

function judgeOks(of: RoomCase, command: Command): void {
  const judged = command.oks.map((ok) => ({ ok, found: find(of, command, ok) }));
  const isSomeRight = judged.some(({ ok, found }) => found === numberIn(ok));
  const wrong = new Map(
    judged.filter(({ ok, found }) => found !== numberIn(ok)).map((one) => [numberIn(one.ok), one]),
  );
  for (const { ok, found } of wrong.values()) {
    const seq = numberIn(ok) ?? 0;
    const name = isSomeRight ? "another number" : "lost acknowledgement";
    const where = found === undefined ? "has no event" : `is event ${found}`;
    const detail = `Command ${command.id} of ${command.player} was acknowledged as ${seq}, and ${where}.`;
    const records = isSomeRight ? command.oks : [ok];
    report(of, name, { client: ok.client, seq, detail, records });
  }
}

/** The number of a command in a life that may have answered it; the one that was told, where there is one that agrees. */
function find(of: RoomCase, { player, id, firstAsked }: Command, told: Told): number | undefined {
  const lives = of.lives.between(firstAsked?.at ?? told.at, told.at);
  const seq = numberIn(told);
  if (seq !== undefined && lives.some((life) => life.agrees(player, id, seq))) return seq;
  return lives.map((life) => life.seqOf(player, id)).find((found) => found !== undefined);
}

function judgeRefusals(of: RoomCase, command: Command): void {
  for (const refusal of command.refusals) {
    if (refusal.outcome.ok) continue;
    const { code } = refusal.outcome;
    const ok = command.oks.find((one) => isOfOneLife(of, one, refusal));
    const seq = seqInEachLife(of, command, refusal);
    if (!ok && seq === undefined) continue;
    // As long as an attempt is open, being turned away at the door with another one settles nothing, unless the player is told so.
    const isOpen = command.asked > command.answered || command.oks.length > 0;
    if (AT_THE_DOOR.has(code) && refusal.kind === "answered" && isOpen) continue;
    const what = `Command ${command.id} of ${command.player} was refused (${code})`;
    const where = { client: refusal.client, ...(seq !== undefined && { seq }) };
    if (ok)
      report(of, "contradicting answers", {
        ...where,
        detail: `${what}, and acknowledged as ${numberIn(ok)}.`,
        records: [refusal, ok],
      });
    else
      report(of, "event of a refused command", {
        ...where,
        detail: `${what}, and is event ${seq}.`,
        records: [refusal],
      });
    return;
  }
}

/** An attempt may have been refused in a life that ended while the answer was on its way: only in what all lives have is it sure. */
function seqInEachLife(of: RoomCase, { player, id, firstAsked }: Command, refusal: Told): number | undefined {
  const lives = of.lives.between(firstAsked?.at ?? refusal.at, refusal.at);
  const seqs = lives.map((life) => life.seqOf(player, id));
  const isGone = of.lives.at(refusal.at) === undefined;
  return isGone || seqs.includes(undefined) ? undefined : seqs.at(-1);
}

function isOfOneLife(of: RoomCase, one: Told, other: Told): boolean {
  return of.lives.at(one.at) === of.lives.at(other.at);
}

function judgeLiveness(of: RoomCase, command: Command): void {
  const { id, player, given, isSettled, isAnsweredToHeir, firstAsked } = command;
  if (!given || isSettled || isAnsweredToHeir || !of.clients.isHeir(given.client)) return;
  const detail = `${player} was never told what became of command ${id} (${given.type}).`;
  const records = firstAsked ? [given, firstAsked] : [given];
  report(of, "never settled", { client: given.client, detail, records });
}
