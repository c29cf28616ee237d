import type { Texts } from "../texts";

export const common: Texts["common"] = {
  appName: "Rejoin",
  close: "Schließen",
  cancel: "Abbrechen",
  dismiss: "Ausblenden",
  notices: "Hinweise",
  copied: "Kopiert",
  you: "du",
  skipToContent: "Zum Inhalt",
  backToLobby: "Zurück zur Lobby",
  loadingPage: "Wird geöffnet …",
  settings: "Einstellungen",
};
