import { useState } from "react";

/** What is being typed into a room, kept for this tab: a reload must not lose it. */
export function useDraft(room: string): [string, (text: string) => void] {
  const key = `rejoin:draft:${room}`;
  const [draft, setDraft] = useState(() => load(key));
  const change = (text: string): void => {
    setDraft(text);
    save(key, text);
  };
  return [draft, change];
}

function load(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function save(key: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(key, text);
    else sessionStorage.removeItem(key);
  } catch {
    // Storage may be full or forbidden: then the draft lasts as long as the page.
  }
}
