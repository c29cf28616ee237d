import { lazy, Suspense } from "react";
import { useParams } from "react-router";
import { patiently } from "../ui/patiently";
import { PageOpening } from "./page-opening";

const ReplayPage = lazy(patiently(() => import("./replay-page")));

/** What happened at a table, for anybody who has its link: `/replay/<code or id>#<event>`. It needs no connection. */
export function ReplayRoute() {
  const { room = "" } = useParams();
  return (
    <Suspense fallback={<PageOpening />}>
      <ReplayPage key={room} room={room} />
    </Suspense>
  );
}
