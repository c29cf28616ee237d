import { lazy, Suspense, useRef } from "react";
import { patiently } from "./patiently";
import { useIdle } from "./use-idle";

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: string;
  confirm: string;
  cancel: string;
  onConfirm: () => void;
}

const load = patiently(() => import("./confirm-box"));
const ConfirmBox = lazy(load);

/**
 * Asks once more before something that cannot be taken back. What asks is fetched once the page has nothing better to do.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  useIdle(load);
  // Once it was open it stays, so that it can be seen to close.
  const wasOpen = useRef(false);
  wasOpen.current ||= props.open;
  return <Suspense>{wasOpen.current && <ConfirmBox {...props} />}</Suspense>;
}
