import { texts } from "../texts/texts";
import { Mark } from "../ui/logo";

/** A page whose code is on its way. */
export function PageOpening() {
  return (
    <main className="grid min-h-dvh place-content-center justify-items-center gap-4 p-6 text-center">
      <span className="animate-breathe">
        <Mark size={56} />
      </span>
      <h1 className="font-display text-2xl font-bold">{texts.common.loadingPage}</h1>
    </main>
  );
}
