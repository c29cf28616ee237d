import { ChatMember } from "./chat-member.js";
import { ColyseusMember } from "./colyseus-member.js";
import type { Dialect, MemberFactory } from "./member.js";
import { RejoinMember } from "./rejoin-member.js";

/** Who speaks what. */
export const members: Readonly<Record<Dialect, MemberFactory>> = {
  chat: (url, name, ears) => new ChatMember(url, name, ears, false),
  "identified-chat": (url, name, ears) => new ChatMember(url, name, ears, true),
  colyseus: (url, name, ears) => new ColyseusMember(url, name, ears),
  rejoin: (url, name, ears) => new RejoinMember(url, name, ears),
};
