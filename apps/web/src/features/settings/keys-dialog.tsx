import type { ReactNode } from "react";
import { laterTexts } from "../../texts/later-texts";
import { Dialog } from "../../ui/dialog";

/** The keys, as a list. */
export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = laterTexts.settings.keys;
  return (
    <Dialog title={t.title} description={t.description} onClose={onClose}>
      <div className="grid gap-5">
        <Keys title={t.anywhere}>
          <Line keys={["?"]} does={t.help} />
          <Line keys={["Tab", "Shift+Tab"]} does={t.go} />
          <Line keys={["Enter", "Space"]} does={t.press} />
          <Line keys={["Esc"]} does={t.close} />
        </Keys>
        <Keys title={t.table}>
          <Line keys={["/"]} does={t.write} />
          <Line keys={["Enter"]} does={t.send} />
          <Line keys={["←", "↑", "↓", "→"]} does={t.board} />
          <Line keys={["Home", "End"]} does={t.ends} />
          <Line keys={["Enter", "Space"]} does={t.play} />
        </Keys>
      </div>
    </Dialog>
  );
}

function Keys({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-2 text-sm font-semibold text-soft">{title}</h3>
      <dl className="grid gap-2">{children}</dl>
    </section>
  );
}

function Line({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <div className="flex items-center justify-between gap-4">
      <dt className="order-2 flex shrink-0 gap-1">
        {keys.map((key) => (
          <kbd
            key={key}
            className="grid min-h-8 min-w-8 place-items-center rounded-lg bg-sunk px-2 font-mono text-sm font-semibold"
          >
            {key}
          </kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
