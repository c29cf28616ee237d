import { formatCount } from "../format";
import type { LaterTexts } from "../later-texts";

export const settings: LaterTexts["settings"] = {
  title: "Einstellungen",
  description: "Sie bleiben in diesem Browser.",
  language: "Sprache",
  sounds: "Töne",
  soundsNote: "Wenn du dran bist, jemand schreibt oder du etwas verpasst hast.",
  maskWords: "Grobe Wörter verdecken",
  maskWordsNote: "In dem, was andere schreiben. Gesendet wird, was geschrieben wurde.",
  hidden: (count) =>
    `Ausgeblendet sind die Nachrichten von ${formatCount(count, { one: "Person", other: "Personen" })}.`,
  shortcuts: "Einzelne Tasten",
  shortcutsNote: "„?“ zeigt die Tasten, „/“ geht zum Eingabefeld.",
  showKeys: "Alle Tasten",
  showAll: "Wieder zeigen",
  keys: {
    title: "Tasten",
    description: "Alles geht ohne Maus.",
    anywhere: "Überall",
    help: "Diese Liste",
    go: "Von einem zum nächsten",
    press: "Drücken, was markiert ist",
    close: "Einen Dialog schließen, oder verlassen, was man ansieht",
    table: "An einem Tisch",
    write: "Eine Nachricht schreiben",
    send: "Sie senden",
    board: "Auf dem Brett gehen",
    play: "Dort spielen",
    ends: "An den Rand des Bretts",
  },
};
