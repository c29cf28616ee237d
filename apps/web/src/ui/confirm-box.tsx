import { AlertDialog } from "@base-ui/react/alert-dialog";
import { buttonLook } from "./button";
import type { ConfirmDialogProps } from "./confirm-dialog";

/** What `ConfirmDialog` shows. */
export default function ConfirmBox(props: ConfirmDialogProps) {
  return (
    <AlertDialog.Root open={props.open} onOpenChange={(next) => props.onOpenChange(next)}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-[#0a1127]/50 transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <AlertDialog.Popup className="fixed top-1/2 left-1/2 z-50 w-[min(24rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 rounded-3xl bg-raised p-6 shadow-high transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0">
          <AlertDialog.Title className="font-display text-xl font-bold">{props.title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-soft">{props.description}</AlertDialog.Description>
          <div className="mt-6 grid gap-2 sm:flex sm:justify-end">
            <AlertDialog.Close className={buttonLook("plain")}>{props.cancel}</AlertDialog.Close>
            <AlertDialog.Close className={buttonLook("danger")} onClick={props.onConfirm}>
              {props.confirm}
            </AlertDialog.Close>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
