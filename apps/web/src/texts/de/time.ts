import { formatCount, formatNames, formatNumber } from "../format";
import type { LaterTexts } from "../later-texts";

const events = (count: number) => formatCount(count, { one: "Ereignis", other: "Ereignisse" });

export const time: LaterTexts["time"] = {
  lookBack: "Zurückblicken",
  title: "Rückblick",
  where: (seq, head) => `Ereignis ${formatNumber(seq)} von ${formatNumber(head)}`,
  value: (seq, head, words) => `Ereignis ${formatNumber(seq)} von ${formatNumber(head)}, ${words}`,
  moment: "Zeitpunkt",
  first: "Erstes Ereignis",
  back: "Ein Ereignis zurück",
  forward: "Ein Ereignis weiter",
  last: "Letztes Ereignis",
  play: "Abspielen",
  pause: "Anhalten",
  toNow: "Zurück zu live",
  toNowNew: (count) => `${formatNumber(count)} neu`,
  noMoves: "Rückblick: Hier kann nicht gezogen werden.",
  loadingEarlier: "Frühere Ereignisse werden geholt …",
  earlierLate: "Frühere Ereignisse sind gerade nicht zu bekommen. Sie kommen, sobald es geht.",
  earlierGone: "Was davor war, ist nicht mehr aufbewahrt.",
  announcedNow: "Wieder live.",
  playback: {
    start: "Nachspielen",
    title: "Während du weg warst",
    progress: (done, total) => `${formatNumber(done)} von ${formatNumber(total)}`,
    skip: "Überspringen",
    next: "Weiter",
    speed: (speed) => `Tempo ${formatNumber(speed)}×`,
    announced: (count) => `Es wird nachgespielt, was du verpasst hast: ${events(count)}.`,
    ended: "Das war alles, was du verpasst hast. Du bist wieder live.",
  },
  replay: {
    title: (title) => `Wiederholung von ${title}`,
    label: "Wiederholung",
    description: (title, game, names, count) =>
      `${title}: ${game} mit ${formatNames(names)}, ${events(count)} vom ersten bis zum letzten.`,
    opening: "Die Wiederholung wird geholt …",
    fetched: (count, head) => `${formatNumber(count)} von ${formatNumber(head)} Ereignissen`,
    noMoves: "Eine Wiederholung: Hier kann nicht gezogen werden.",
    share: "Wiederholung teilen",
    copyLink: "Link kopieren",
    toTable: "Zum Tisch",
    missing: "Hier ist keine Wiederholung",
    notFound: (key) =>
      `Es gibt keinen Tisch mit dem Code ${key}, er ist nicht für dich, oder er wurde vor so langer Zeit geschlossen, dass er nicht mehr aufbewahrt ist.`,
    malformed: (key) => `„${key}“ ist kein Code eines Tisches. Ein Code hat 6 Buchstaben und Ziffern.`,
    before: "Vor dem ältesten aufbewahrten Ereignis",
    gone: (count) => `Von ihrem Anfang sind ${events(count)} nicht mehr aufbewahrt.`,
    trimmed: (count) =>
      `Vom Anfang dieses Tisches sind ${events(count)} nicht mehr aufbewahrt, deshalb ist sein Brett nicht zu zeigen. Was seitdem gesagt und getan wurde, ist zu lesen.`,
    again: "Noch einmal versuchen",
  },
};
