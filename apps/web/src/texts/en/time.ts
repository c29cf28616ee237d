import { formatCount, formatNames, formatNumber } from "../format";

/** Looking back, playing back, and the page of a replay. */
export const time = {
  lookBack: "Look back",
  title: "Looking back",
  where: (seq: number, head: number) => `Event ${formatNumber(seq)} of ${formatNumber(head)}`,
  value: (seq: number, head: number, words: string) =>
    `Event ${formatNumber(seq)} of ${formatNumber(head)}, ${words}`,
  moment: "Moment",
  first: "First event",
  back: "One event back",
  forward: "One event forward",
  last: "Last event",
  play: "Play",
  pause: "Pause",
  toNow: "Back to live",
  toNowNew: (count: number) => `${formatNumber(count)} new`,
  noMoves: "Looking back: no moves can be made here.",
  loadingEarlier: "Fetching earlier events…",
  earlierLate: "Earlier events cannot be fetched now. They come as soon as they can.",
  earlierGone: "What came before is not kept any more.",
  announcedNow: "Back to live.",
  playback: {
    start: "Play it back",
    title: "While you were away",
    progress: (done: number, total: number) => `${formatNumber(done)} of ${formatNumber(total)}`,
    skip: "Skip",
    next: "Next",
    speed: (speed: number) => `Speed ${speed}×`,
    announced: (count: number) =>
      `Playing back ${formatCount(count, { one: "event", other: "events" })} that you missed.`,
    ended: "That was all you missed. You are live again.",
  },
  replay: {
    title: (title: string) => `Replay of ${title}`,
    label: "Replay",
    description: (title: string, game: string, names: readonly string[], events: number) =>
      `${title}: ${game} with ${formatNames(names)}, ${formatCount(events, { one: "event", other: "events" })} from the first to the last.`,
    opening: "Fetching the replay…",
    fetched: (count: number, head: number) => `${formatNumber(count)} of ${formatNumber(head)} events`,
    noMoves: "A replay: the board takes no moves.",
    share: "Share the replay",
    copyLink: "Copy link",
    toTable: "Go to the table",
    missing: "No replay here",
    notFound: (key: string) =>
      `There is no table with the code ${key}, it is not for you, or it was closed long ago and is not kept any more.`,
    malformed: (key: string) => `“${key}” is not a room code. A code has 6 letters and digits.`,
    before: "Before the oldest event that is kept",
    gone: (count: number) =>
      `Its first ${formatCount(count, { one: "event is", other: "events are" })} not kept any more.`,
    trimmed: (count: number) =>
      `The first ${formatCount(count, { one: "event", other: "events" })} of this table are not kept any more, so its board cannot be shown. What was said and done since then can be read.`,
    again: "Try again",
  },
};
