import { formatCount } from "../format";

/** What somebody else asks one to. */
export const invitations = {
  title: "Invitations",
  invites: (name: string) => `${name} invites you`,
  to: (game: string, title: string) => `${game} · ${title}`,
  announced: (name: string, title: string) => `${name} invites you to ${title}.`,
  join: "Join",
  joinTo: (title: string) => `Join ${title}`,
  decline: "Not now",
  declineTo: (title: string) => `Not now: ${title}`,
  fewer: "Only the newest",
  more: (count: number) => `${formatCount(count, { one: "more waits", other: "more wait" })}`,
};
