import X from "lucide-react/icons/x";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useMatch } from "react-router";
import { useClient } from "../../connection/client";
import { laterTexts } from "../../texts/later-texts";
import { iconButtonLook } from "../../ui/button";
import { Facts, FactsOfRoom } from "./facts";
import { Faults } from "./faults";
import { Packets } from "./packets";
import { useLab } from "./use-lab";
import "./lab.css";

/** The network lab, docked below the page, which makes room for it. */
export default function LabDrawer({ onClose }: { onClose: () => void }) {
  const client = useClient();
  const lab = useLab();
  const code = useMatch("/r/:code")?.params.code;
  const drawer = useRef<HTMLElement>(null);
  useRoomFor(drawer);
  useFocusBack();
  // A question, so that there is a round trip to tell of.
  useLayoutEffect(() => {
    if (lab) client.check();
  }, [lab, client]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") onClose();
  };
  const t = laterTexts.lab;
  return (
    <aside ref={drawer} aria-label={t.title} onKeyDown={onKeyDown} className="lab">
      <header className="flex items-center gap-3 pl-4 sm:pl-6">
        <h2 className="shrink-0 font-display text-lg font-bold">{t.title}</h2>
        <p className="hidden min-w-0 truncate text-sm text-soft sm:block">{t.about}</p>
        <button
          type="button"
          // biome-ignore lint/a11y/noAutofocus: whoever opened it is in it now
          autoFocus
          aria-label={t.close}
          title={t.close}
          onClick={onClose}
          className={`${iconButtonLook()} ml-auto`}
        >
          <X aria-hidden size={20} />
        </button>
      </header>
      {lab && (
        <div className="lab-parts">
          <dl className="lab-facts">
            <Facts lab={lab} />
            {code ? <FactsOfRoom key={code} code={code} /> : null}
          </dl>
          <Faults lab={lab} />
          <Packets lab={lab} />
        </div>
      )}
    </aside>
  );
}

/** Gives the focus back to where it was, once the drawer is closed. */
function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus();
    },
    [before],
  );
}

/** Tells the page how high the drawer is. */
function useRoomFor(drawer: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const box = drawer.current;
    if (!box) return;
    const { style } = document.documentElement;
    const measure = new ResizeObserver(() => style.setProperty("--lab-height", `${box.offsetHeight}px`));
    measure.observe(box);
    return () => {
      measure.disconnect();
      style.removeProperty("--lab-height");
    };
  }, [drawer]);
}
