import { useEffect } from "react";
import { texts } from "../../texts/texts";
import { useTurnSound } from "./use-turn-sound";

interface Attention {
  /** What the page is about. */
  title: string;
  yourTurn: boolean;
  /** How much waits to be seen. */
  missed?: number;
}

/** Title and favicon: which page this is, and whether it is your turn. */
export function useAttention({ title, yourTurn, missed = 0 }: Attention): void {
  useTurnSound(yourTurn);
  useEffect(() => {
    document.title = pageTitle({ title, yourTurn, missed });
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    icon?.setAttribute("href", yourTurn ? "/favicon-turn.svg" : "/favicon.svg");
  }, [title, yourTurn, missed]);
}

export function pageTitle({ title, yourTurn, missed = 0 }: Attention): string {
  const page = `${title} · ${texts.common.appName}`;
  if (yourTurn) return texts.room.attention.yourTurn(page);
  return missed > 0 ? texts.room.attention.missed(missed, page) : page;
}
