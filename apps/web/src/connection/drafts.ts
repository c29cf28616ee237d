import { LIMITS } from "@rejoin/protocol";

const drafts = new Map<string, string>();
const listeners = new Set<() => void>();

/** What is being typed into a room, kept for this tab: a reload must not lose it. @param code the room's */
export function draftOf(code: string): string {
  const held = drafts.get(code) ?? load(code);
  drafts.set(code, held);
  return held;
}

export function setDraft(code: string, text: string): void {
  drafts.set(code, text);
  save(code, text);
  for (const listener of [...listeners]) listener();
}

/** Puts back what was not sent, after what is being typed. @returns false where there is no room for it */
export function giveBack(code: string, text: string): boolean {
  const draft = draftOf(code);
  const joined = draft ? `${draft} ${text}` : text;
  if (joined.length > LIMITS.messageLength) return false;
  setDraft(code, joined);
  return true;
}

/** Hears of each change of any draft. @returns how to stop */
export function onDrafts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function load(code: string): string {
  try {
    return sessionStorage.getItem(keyOf(code)) ?? "";
  } catch {
    return "";
  }
}

function save(code: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(keyOf(code), text);
    else sessionStorage.removeItem(keyOf(code));
  } catch {
    // Storage may be full or forbidden: then the draft lasts as long as the page.
  }
}

function keyOf(code: string): string {
  return `rejoin:draft:${code}`;
}
