import { lazy, Suspense } from "react";
import { patiently } from "../ui/patiently";
import { PageOpening } from "./page-opening";

const MovePage = lazy(patiently(() => import("./move-page")));

/** Where a link or a QR code from your other device leads. */
export function MoveRoute() {
  return (
    <Suspense fallback={<PageOpening />}>
      <MovePage />
    </Suspense>
  );
}
