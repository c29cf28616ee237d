import { formatCount } from "../format";
import type { LaterTexts } from "../later-texts";

export const invitations: LaterTexts["invitations"] = {
  title: "Einladungen",
  invites: (name) => `${name} lädt dich ein`,
  to: (game, title) => `${game} · ${title}`,
  announced: (name, title) => `${name} lädt dich ein: ${title}.`,
  join: "Mitspielen",
  joinTo: (title) => `Mitspielen: ${title}`,
  decline: "Jetzt nicht",
  declineTo: (title) => `Jetzt nicht: ${title}`,
  fewer: "Nur die neueste",
  more: (count) => `${formatCount(count, { one: "weitere wartet", other: "weitere warten" })}`,
};
