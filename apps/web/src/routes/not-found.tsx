import { texts } from "../texts/texts";
import { NoTable } from "./no-table-on-demand";

export function NotFoundRoute() {
  return <NoTable reason={texts.room.notFound.page} />;
}
