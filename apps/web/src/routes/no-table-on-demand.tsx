import { lazy, Suspense } from "react";
import { patiently } from "../ui/patiently";

const Page = lazy(patiently(() => import("./no-table")));

/** Nothing at this address, as few find out: the page that says so is fetched when it is needed. */
export function NoTable({ reason }: { reason: string }) {
  return (
    <Suspense>
      <Page reason={reason} />
    </Suspense>
  );
}
