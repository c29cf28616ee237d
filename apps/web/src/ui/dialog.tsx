import { Dialog as Base } from "@base-ui/react/dialog";
import X from "lucide-react/icons/x";
import type { ReactNode } from "react";
import { texts } from "../texts/texts";
import { buttonLook } from "./button";

interface DialogProps {
  title: string;
  description?: string;
  onClose: () => void;
  children: ReactNode;
}

/**
 * An open dialog: a sheet that rises from the thumb on a phone, a card in the middle elsewhere. Escape and a press outside
 * close it. Loaded lazily, through `LazyDialogButton`.
 */
export function Dialog({ title, description, onClose, children }: DialogProps) {
  return (
    <Base.Root defaultOpen onOpenChangeComplete={(open) => open || onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[#0a1127]/50 transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup className="fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] flex-col overflow-y-auto rounded-t-3xl bg-raised p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] shadow-high transition-[translate,opacity] duration-250 ease-settle data-ending-style:translate-y-8 data-starting-style:translate-y-8 data-ending-style:opacity-0 data-starting-style:opacity-0 sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[min(27rem,calc(100vw-3rem))] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-3xl sm:p-7 sm:data-ending-style:-translate-y-[47%] sm:data-starting-style:-translate-y-[47%]">
          <div className="flex items-start justify-between gap-4">
            <Base.Title className="font-display text-2xl leading-tight font-bold">{title}</Base.Title>
            <Base.Close
              aria-label={texts.common.close}
              className={buttonLook("quiet", "-mt-2 -mr-2 size-11 shrink-0")}
            >
              <X aria-hidden size={20} />
            </Base.Close>
          </div>
          {description && <Base.Description className="mt-1 text-soft">{description}</Base.Description>}
          <div className="mt-5">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
