import { type ComponentPropsWithRef, type ComponentType, lazy, Suspense, useMemo, useState } from "react";
import { patiently } from "./patiently";
import { useIdle } from "./use-idle";

interface LazyDialogButtonProps extends ComponentPropsWithRef<"button"> {
  /** Loads what is opened. Must be the same function each time. */
  load: () => Promise<{ default: ComponentType<{ onClose: () => void }> }>;
}

/**
 * A button that opens a dialog. The dialog's code is fetched once the page has nothing better to do, so that the first
 * page is light and the press is answered at once all the same.
 */
export function LazyDialogButton({ load, ...button }: LazyDialogButtonProps) {
  const [open, setOpen] = useState(false);
  const loadPatiently = useMemo(() => patiently(load), [load]);
  const Opened = useMemo(() => lazy(loadPatiently), [loadPatiently]);
  useIdle(loadPatiently);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        {...button}
      />
      <Suspense>{open && <Opened onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
