import { Toast } from "@base-ui/react/toast";
import X from "lucide-react/icons/x";
import { useEffect } from "react";
import { texts } from "../texts/texts";
import { onNotice, takeNotices } from "./toasts";

const SHOWN_MS = 6_000;

/** Above everything, out of the way of the board and the message line. */
export default function ToastHost() {
  return (
    <Toast.Provider limit={3}>
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
  const { toasts, add } = Toast.useToastManager();
  useEffect(() => {
    const show = (): void => {
      for (const title of takeNotices()) add({ title, timeout: SHOWN_MS });
    };
    show();
    return onNotice(show);
  }, [add]);
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection="up"
      className="rounded-2xl bg-ink text-on-ink shadow-high transition-[opacity,translate] duration-200 data-ending-style:opacity-0 data-limited:hidden data-starting-style:-translate-y-3 data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-center gap-3 py-1.5 pr-1.5 pl-4">
        <Toast.Title
          render={<p />}
          className="min-w-0 flex-1 py-1.5 leading-snug font-medium wrap-anywhere"
        />
        <Toast.Close
          aria-label={texts.common.dismiss}
          className="grid size-11 shrink-0 place-items-center rounded-xl focus-visible:outline-on-ink focus-visible:-outline-offset-4"
        >
          <X aria-hidden size={18} />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
