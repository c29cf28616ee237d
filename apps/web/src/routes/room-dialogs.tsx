import { lazy, Suspense } from "react";
import { closeDialog, useOpenedDialog } from "../ui/open-dialog";
import { patiently } from "../ui/patiently";

const ConfigureDialog = lazy(patiently(() => import("../features/configure/configure-dialog")));
const PeopleDialog = lazy(patiently(() => import("../features/people/people-dialog")));

/** The dialogs that are about one table. */
export function RoomDialogs() {
  const opened = useOpenedDialog();
  return (
    <Suspense>
      {opened === "configure" && <ConfigureDialog onClose={closeDialog} />}
      {opened === "people" && <PeopleDialog onClose={closeDialog} />}
    </Suspense>
  );
}
