import type { Lab } from "@rejoin/sync/lab";
import type { ReactNode } from "react";
import { useObservable } from "../../connection/use-observable";
import { laterTexts } from "../../texts/later-texts";
import { Button } from "../../ui/button";
import { useNow } from "../../ui/use-now";

const SOME_TIME_MS = 10_000;
const TO_LOSE = 5;
const SLOWNESS = { latencyMs: 600, jitterMs: 400 };

/** The switches. Each says what it does while it does it. */
export function Faults({ lab }: { lab: Lab }) {
  const { cutUntil, darkUntil, toLose, repeats, slowness, forgets } = useObservable(lab.view);
  const isCalm = !(cutUntil || darkUntil || repeats || slowness || forgets) && toLose === 0;
  const now = useNow(250, cutUntil !== null || darkUntil !== null);
  const left = (until: number) => Math.max(1, Math.ceil((until - now) / 1000));
  const t = laterTexts.lab;
  return (
    <fieldset className="lab-faults">
      <legend className="sr-only">{t.switches}</legend>
      <Fault on={cutUntil !== null} onClick={() => lab.cut(SOME_TIME_MS)}>
        {cutUntil === null ? t.cut : t.cutNow(left(cutUntil))}
      </Fault>
      <Fault on={darkUntil !== null} onClick={() => lab.goDark(SOME_TIME_MS)}>
        {darkUntil === null ? t.dark : t.darkNow(left(darkUntil))}
      </Fault>
      <Fault on={toLose > 0} onClick={() => lab.loseDeliveries(TO_LOSE)}>
        {toLose === 0 ? t.lose(TO_LOSE) : t.losing(toLose)}
      </Fault>
      <Fault on={forgets} onClick={() => lab.forgetAnswer()}>
        {forgets ? t.forgetting : t.forget}
      </Fault>
      <Fault on={repeats} isSwitch onClick={() => lab.repeat(!repeats)}>
        {t.repeat}
      </Fault>
      <Fault on={slowness !== null} isSwitch onClick={() => lab.slow(slowness ? null : SLOWNESS)}>
        {t.slow}
        <small className="font-normal">{t.slowHow(SLOWNESS.latencyMs, SLOWNESS.jitterMs)}</small>
      </Fault>
      <Button
        look="quiet"
        disabled={isCalm}
        onClick={() => lab.calm()}
        className="col-span-full px-3 text-sm"
      >
        {t.calm}
      </Button>
    </fieldset>
  );
}

interface FaultProps {
  /** It is at work. */
  on: boolean;
  /** Another press ends it. */
  isSwitch?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Fault({ on, isSwitch = false, onClick, children }: FaultProps) {
  return (
    <Button
      look={on ? "primary" : "plain"}
      {...(isSwitch && { role: "switch", "aria-checked": on })}
      onClick={onClick}
      className="flex-wrap gap-x-2 gap-y-0 px-3 text-sm leading-tight"
    >
      {children}
    </Button>
  );
}
