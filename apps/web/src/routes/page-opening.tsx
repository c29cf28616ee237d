import { texts } from "../texts/texts";
import { Waiting } from "../ui/waiting";

/** A page whose code is on its way. */
export function PageOpening() {
  return <Waiting title={texts.common.loadingPage} />;
}
