import { Toast } from "@base-ui/react/toast";
import X from "lucide-react/icons/x";
import { texts } from "../texts/texts";

const manager = Toast.createToastManager();

/** Tells something that happened and needs no answer. It is read out, and leaves by itself. */
export function notify(text: string, kind: "plain" | "refused" = "plain"): void {
  manager.add({
    description: text,
    type: kind,
    priority: kind === "refused" ? "high" : "low",
    timeout: 6_000,
  });
}

/** Where notices appear: above everything, out of the way of the board and the message line. */
export function Toasts() {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label={texts.common.notices}
          className="fixed inset-x-3 top-3 z-60 mx-auto flex max-w-md flex-col gap-2 sm:top-4"
        >
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection="up"
      className="rounded-2xl bg-ink text-on-ink shadow-high transition-[opacity,translate] duration-200 data-ending-style:opacity-0 data-limited:hidden data-starting-style:-translate-y-3 data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-center gap-3 py-1.5 pr-1.5 pl-4">
        <Toast.Description className="min-w-0 flex-1 font-medium" />
        <Toast.Close
          aria-label={texts.common.dismiss}
          className="grid size-11 shrink-0 place-items-center rounded-xl focus-visible:outline-on-ink"
        >
          <X aria-hidden size={18} />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
