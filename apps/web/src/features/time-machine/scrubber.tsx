import ChevronFirst from "lucide-react/icons/chevron-first";
import ChevronLast from "lucide-react/icons/chevron-last";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import type { CSSProperties, ReactNode } from "react";
import { laterTexts } from "../../texts/later-texts";
import { useTime } from "../../time/time";
import type { Timeline } from "../../time/timeline";
import { announce } from "../../ui/announcer";
import { Button } from "../../ui/button";

interface ScrubberProps {
  timeline: Timeline;
  /** What happened with an event, in a sentence. */
  words: (seq: number) => string;
  takesFocus: boolean;
  /** Called when a person chooses a moment by hand. */
  onScrub: () => void;
  /** Between the slider and the buttons that go forward. */
  children: ReactNode;
}

/** A slider over the log, with a button for each step. The slider has the keyboard: arrows, Home and End. */
export function Scrubber({ timeline, words, takesFocus, onScrub, children }: ScrubberProps) {
  const { shown, show } = useTime();
  const { first, last } = timeline;
  const t = laterTexts.time;
  const go = (seq: number): void => {
    onScrub();
    show(timeline.nearest(seq));
  };
  const step = (seq: number): void => {
    go(seq);
    announce(t.value(timeline.nearest(seq), last, words(timeline.nearest(seq))));
  };
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-1 sm:flex-nowrap">
      <input
        type="range"
        // biome-ignore lint/a11y/noAutofocus: whoever asked to look back is here to move it
        autoFocus={takesFocus}
        aria-label={t.moment}
        aria-valuetext={t.value(shown, last, words(shown))}
        min={first}
        max={last}
        step={1}
        value={shown}
        onChange={(event) => go(event.currentTarget.valueAsNumber)}
        style={{ "--done": `${doneOf(shown, timeline)}%` } as CSSProperties}
        className="scrubber basis-full sm:basis-0 sm:grow"
      />
      <StepButton label={t.first} disabled={shown <= first} onClick={() => step(first)}>
        <ChevronFirst aria-hidden size={20} />
      </StepButton>
      <StepButton label={t.back} disabled={shown <= first} onClick={() => step(shown - 1)}>
        <ChevronLeft aria-hidden size={20} />
      </StepButton>
      {children}
      <StepButton label={t.forward} disabled={shown >= last} onClick={() => step(shown + 1)}>
        <ChevronRight aria-hidden size={20} />
      </StepButton>
      <StepButton label={t.last} disabled={shown >= last} onClick={() => step(last)}>
        <ChevronLast aria-hidden size={20} />
      </StepButton>
    </div>
  );
}

interface StepButtonProps {
  label: string;
  disabled: boolean;
  onClick: () => void;
  children: ReactNode;
}

// Not `disabled`: that would take the focus away from whoever steps to the end by keyboard.
function StepButton({ label, disabled, onClick, children }: StepButtonProps) {
  return (
    <Button
      look="quiet"
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      onClick={disabled ? undefined : onClick}
      className="size-11 shrink-0 aria-disabled:opacity-40"
    >
      {children}
    </Button>
  );
}

/** How far the moment is along the slider, in percent. */
function doneOf(shown: number, { first, last }: Timeline): number {
  return last > first ? ((shown - first) / (last - first)) * 100 : 100;
}
