import { useCallback, useSyncExternalStore } from "react";
import { draftOf, onDrafts, setDraft } from "../../connection/drafts";

/** What is being typed into a room. @param code the room's */
export function useDraft(code: string): [string, (text: string) => void] {
  const draft = useSyncExternalStore(onDrafts, () => draftOf(code));
  const change = useCallback((text: string) => setDraft(code, text), [code]);
  return [draft, change];
}
