import { lazy, Suspense } from "react";
import { useShortcuts } from "../features/settings/use-shortcuts";
import { closeDialog, useOpenedDialog } from "../ui/open-dialog";
import { patiently } from "../ui/patiently";

const SettingsDialog = lazy(patiently(() => import("../features/settings/settings-dialog")));
const KeysDialog = lazy(patiently(() => import("../features/settings/keys-dialog")));

/** The dialogs of every page, and the keys that open them. */
export function PageDialogs() {
  const opened = useOpenedDialog();
  useShortcuts();
  return (
    <Suspense>
      {opened === "settings" && <SettingsDialog onClose={closeDialog} />}
      {opened === "keys" && <KeysDialog onClose={closeDialog} />}
    </Suspense>
  );
}
