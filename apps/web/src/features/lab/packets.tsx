import type { Lab, LabEntry, Passage } from "@rejoin/sync/lab";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import { memo, useLayoutEffect, useRef } from "react";
import { useObservable } from "../../connection/use-observable";
import { laterTexts } from "../../texts/later-texts";
import { stamp } from "./stamp";

/** How far from the end still counts as being at the end, in pixels. */
const NEAR = 24;

/** Everything that passed, both ways, the newest at the end, where it stays unless one scrolls up. */
export function Packets({ lab }: { lab: Lab }) {
  const { entries } = useObservable(lab.view);
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: there is something new at the end
  useLayoutEffect(() => {
    if (box.current && atEnd.current) box.current.scrollTop = box.current.scrollHeight;
  }, [entries]);
  const onScroll = (): void => {
    const { current } = box;
    if (current) atEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < NEAR;
  };
  return (
    <div
      ref={box}
      role="log"
      aria-label={laterTexts.lab.packets}
      aria-live="off"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={onScroll}
      className="lab-packets"
    >
      {entries.length === 0 && <p className="p-2 text-soft">{laterTexts.lab.noPackets}</p>}
      <ol>
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} />
        ))}
      </ol>
    </div>
  );
}

const Row = memo(function Row({ entry }: { entry: LabEntry }) {
  if (entry.kind === "passage") return <PassageRow passage={entry} />;
  const { kind, from, to } = entry;
  return (
    <li data-gap={kind} className="lab-packet bg-missed-wash font-semibold text-missed">
      <time>{stamp(entry.at)}</time>
      <span className="col-span-5">{laterTexts.lab[kind](from, to)}</span>
    </li>
  );
});

function PassageRow({ passage }: { passage: Passage }) {
  const { at, way, name, what, room, numbers, bytes, fate, tookMs } = passage;
  const t = laterTexts.lab;
  const Arrow = way === "out" ? ArrowUp : ArrowDown;
  return (
    <li data-fate={fate} className="lab-packet">
      <time>{stamp(at)}</time>
      <span title={t[way]}>
        <Arrow aria-hidden size={14} />
        <span className="sr-only">{t[way]}</span>
      </span>
      <span className="truncate">
        {name} {t.whats[what] && <span className="text-soft">{t.whats[what]}</span>}{" "}
        {numbers && <b className="font-semibold">{numbers}</b>}
      </span>
      <span className="text-soft" title={room ?? undefined}>
        {room?.slice(0, 4)}
      </span>
      <span className="text-right text-soft">
        {tookMs === null ? bytes > 0 && t.bytes(bytes) : t.ms(tookMs)}
      </span>
      <span className="font-semibold">{t.fates[fate]}</span>
    </li>
  );
}
