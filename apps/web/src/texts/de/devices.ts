import type { LaterTexts } from "../later-texts";

export const devices: LaterTexts["devices"] = {
  open: "Deine Geräte",
  title: "Deine Geräte",
  description:
    "Spiel mit demselben Namen, denselben Plätzen und Tischen auf einem Telefon oder einem anderen Rechner weiter.",
  offer: "Gerät hinzufügen",
  offering: "Ein Code wird gemacht …",
  scan: "Halte die Kamera des anderen Geräts hierauf, oder öffne dort diese Seite und tippe den Code ein.",
  qr: "QR-Code, der dich auf ein anderes Gerät bringt",
  code: "Code für dein anderes Gerät",
  copyLink: "Link kopieren",
  goodFor: (left) => `Gilt einmal, noch ${left}.`,
  expired: "Dieser Code ist abgelaufen.",
  again: "Einen neuen machen",
  have: "Ich habe einen Code von einem anderen Gerät",
  listed: "Angemeldet",
  loading: "Deine Geräte werden gesucht …",
  unknown: "Ein Browser",
  thisOne: "Dieses Gerät",
  lastUsed: (when) => `Zuletzt benutzt: ${when}`,
  since: (day) => `seit ${day}`,
  end: "Abmelden",
  endOf: (label) => `${label} abmelden`,
  ended: (label) => `${label} ist abgemeldet.`,
  move: {
    title: "Von einem anderen Gerät weitermachen",
    fromLink:
      "Dein anderes Gerät bietet an, hier weiterzumachen: mit seinem Namen, seinen Plätzen und Tischen.",
    fromCode: "Öffne „Deine Geräte“ auf dem Gerät, an dem du spielst, und tippe den Code ein, den es zeigt.",
    code: "Code",
    placeholder: "ABCD 2345",
    malformed: "Ein Code hat 8 Buchstaben und Ziffern, zum Beispiel ABCD 2345.",
    givesUp: (name) =>
      `Dieser Browser spielt als ${name}. Das gibst du hier auf: Die Tische von ${name} bleiben zurück, es sei denn, ein anderes Gerät spielt noch so.`,
    confirm: "Hier weitermachen",
    confirming: "Zieht um …",
    stay: (name) => `${name} bleiben`,
    done: (name) => `Du bist jetzt auch hier ${name}.`,
  },
};
