import { lazy, Suspense } from "react";
import { closeDialog, useOpenedDialog } from "../ui/open-dialog";
import { patiently } from "../ui/patiently";

const PeopleDialog = lazy(patiently(() => import("../features/people/people-dialog")));

/** The dialogs that are about one table. */
export function RoomDialogs() {
  const opened = useOpenedDialog();
  return <Suspense>{opened === "people" && <PeopleDialog onClose={closeDialog} />}</Suspense>;
}
