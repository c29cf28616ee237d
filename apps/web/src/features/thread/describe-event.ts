import type { RecordedEvent, RoomEvent } from "@rejoin/protocol";
import type { Seen } from "../../games/registry";
import { laterTexts } from "../../texts/later-texts";
import type { Outcome, Surroundings } from "./entry";

/** An event in words. */
export function describeEvent(event: RecordedEvent, around: Surroundings): string {
  const t = laterTexts.thread.event;
  const by = "by" in event.data && event.data.by ? event.data.by.name : t.somebody;
  const nameOf = (player: string): string => around.names.get(player) ?? t.somebody;
  switch (event.type) {
    case "room-created":
      return t.opened(by);
    case "seat-taken":
      return t.seatTaken(by, event.data.seat + 1);
    case "bot-seated": {
      const { bot, seat } = event.data;
      return event.data.by ? t.botCalled(by, bot.name, seat + 1) : t.botSeated(bot.name, seat + 1);
    }
    case "seat-left":
      return t.seatLeft(by, event.data.seat + 1);
    case "ready-changed":
      return event.data.ready ? t.ready(by) : t.notReady(by);
    case "configured":
      return t.configured(by, changesOf(event.data));
    case "countdown-started":
      return t.started(by);
    case "game-started":
      return t.begun;
    case "moved":
      return event.data.by
        ? t.moved(by, around.describeMove(around.game, event.data.move))
        : around.describeOwnMove(around.game, event.data.move, seenBefore(around));
    case "said":
      return event.data.text;
    case "reacted":
      return event.data.reaction;
    case "invited":
      return t.invited(by, around.names.get(event.data.player));
    case "declined":
      return t.declined(by);
    case "kicked": {
      const who = nameOf(event.data.player);
      return event.data.reason ? t.kickedBecause(by, who, event.data.reason) : t.kicked(by, who);
    }
    case "muted": {
      const who = nameOf(event.data.player);
      return event.data.muted ? t.muted(by, who) : t.unmuted(by, who);
    }
    case "handed-over":
      return t.handedOver(by, nameOf(event.data.player));
    case "resigned":
      return t.resigned(by);
    case "rematch-wanted":
      return t.rematch(by);
    case "room-closed":
      return event.data.reason === "host" ? t.closedByHost(by) : t.closedAbandoned;
    case "player-dropped":
      return t.dropped(nameOf(event.data.player));
    case "player-returned":
      return t.returned(nameOf(event.data.player));
    case "player-gone":
      return t.gone(nameOf(event.data.player));
  }
}

/** What a host changed of a table, each in words. */
function changesOf({
  title,
  visibility,
  options,
  seats,
}: Extract<RoomEvent, { type: "configured" }>["data"]) {
  const t = laterTexts.thread.event.changed;
  return [
    title && t.title(title),
    visibility && t[visibility],
    seats && t.seats(seats),
    options !== undefined && t.options,
  ].filter((change) => typeof change === "string");
}

function seenBefore({ before }: Surroundings): Seen | null {
  return before && { board: before.board, names: before.seats.map((seat) => seat?.name ?? null) };
}

/** What followed from an event by the rules, in words; null where nothing did, or where it is not known. */
export function describeOutcome(event: RecordedEvent, { before, after }: Surroundings): Outcome | null {
  if (!before || !after) return null;
  const t = laterTexts.thread.result;
  if (after.phase.kind === "finished" && before.phase.kind !== "finished") {
    const { outcome } = after.phase;
    if (outcome.kind === "drawn") return { text: t.drawn, result: true };
    const winners = outcome.seats.map((seat) => before.seats[seat]?.name ?? laterTexts.thread.event.somebody);
    return { text: t.won(winners), result: true };
  }
  if (after.host.id !== before.host.id && event.type !== "handed-over") {
    return { text: t.newHost(after.host.name), result: false };
  }
  const counts = after.phase.kind === "countdown" && before.phase.kind !== "countdown";
  return counts && event.type !== "countdown-started" ? { text: t.countdown, result: false } : null;
}
