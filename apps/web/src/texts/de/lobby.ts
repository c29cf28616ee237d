import { formatCount } from "../format";
import type { Texts } from "../texts";

export const lobby: Texts["lobby"] = {
  title: "Lobby",
  tagline:
    "Setz dich, wo du willst. Wenn du herausfällst, hält der Tisch deinen Platz frei und merkt sich, was du verpasst hast.",
  quick: {
    title: "Sofort spielen",
    hint: "Kommt niemand, kommt ein Bot.",
    play: (game) => `Sofort ${game} spielen`,
    looking: "Ein Tisch wird gesucht …",
  },
  mine: {
    title: "Deine Tische",
    missed: (count) => `${formatCount(count, { one: "Ereignis", other: "Ereignisse" })} verpasst`,
    yourTurn: "Du bist dran",
    upToDate: "Nichts verpasst",
    emptyTitle: "Noch nichts von dir",
    empty:
      "Tische, an denen du sitzt oder die dir gehören, warten hier auf dich, mit allem, was du verpasst hast.",
  },
  open: {
    title: "Offene Tische",
    filterGame: "Spiel",
    anyGame: "Alle Spiele",
    openSeats: "Nur mit freien Plätzen",
    emptyTitle: "Hier ist es ruhig",
    empty: "Gerade ist kein Tisch offen. Eröffne einen und schick jemandem den Link.",
    filteredTitle: "Nichts dergleichen",
    filtered: "Kein offener Tisch passt zu dem, was du suchst.",
    showAll: "Alle Tische zeigen",
    loading: "Tische werden gesucht …",
    stale: "So war es, als die Verbindung abriss",
    hostedBy: (name) => `bei ${name}`,
    seats: (taken, all) => `${taken} von ${all} Plätzen besetzt`,
    freeSeats: (count) => formatCount(count, { one: "freier Platz", other: "freie Plätze" }),
    full: "Voll, du kannst zusehen",
    bots: (count) => formatCount(count, { one: "Bot", other: "Bots" }),
    private: "Privat",
  },
  phase: {
    gathering: "Sammelt sich",
    countdown: "Beginnt",
    playing: "Läuft",
    finished: "Beendet",
    closed: "Geschlossen",
  },
  noConnection: "Es gibt keine Verbindung. Ein Tisch lässt sich eröffnen, wenn sie wieder da ist.",
  create: {
    open: "Tisch eröffnen",
    title: "Tisch eröffnen",
    game: "Spiel",
    name: "Titel",
    defaultName: (player) => `Tisch von ${player}`,
    private: "Privat",
    privateHint: "Nur wer den Link oder den Code hat, findet ihn.",
    submit: "Eröffnen",
    submitting: "Wird eröffnet …",
  },
  join: {
    code: "Code des Tisches",
    placeholder: "ABC 234",
    submit: "Beitreten",
    malformed: "Der Code eines Tisches hat 6 Buchstaben und Ziffern, zum Beispiel ABC 234.",
  },
};
