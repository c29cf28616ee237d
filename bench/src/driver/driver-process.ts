/** A process full of members. It does what the run asks of it, and ends when the run is gone. */
import { Crowd } from "./crowd.js";
import type { Answer, Request, Rest, Return, Sample } from "./messages.js";

let crowd: Crowd | undefined;

async function heed(request: Request): Promise<Sample | Rest | Return | null> {
  if (request.kind === "seat") {
    crowd?.leave();
    crowd = new Crowd(request.plan);
    return null;
  }
  if (!crowd) throw new Error("Nobody is here.");
  switch (request.kind) {
    case "connect":
      await crowd.connect(request.share);
      return null;
    case "join":
      await crowd.join();
      return null;
    case "speak":
      crowd.speak(request.inFlight);
      return null;
    case "recite":
      crowd.recite(request.messagesPerSecond);
      return null;
    case "mark":
      crowd.mark();
      return null;
    case "take":
      return crowd.take();
    case "rest":
      return crowd.rest();
    case "depart":
      crowd.absence.begin();
      return null;
    case "talk":
      await crowd.absence.talk(request.messages);
      return null;
    case "return":
      return crowd.absence.end(request.withinMs);
    case "leave":
      crowd.leave();
      crowd = undefined;
      return null;
  }
}

process.on("message", ({ id, request }: { id: number; request: Request }) => {
  const answer = (one: Answer): void => {
    // Whoever asked may be gone.
    process.send?.(one, undefined, undefined, () => undefined);
  };
  heed(request).then(
    (result) => answer({ id, result }),
    (error: unknown) => answer({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));
// Who ends is decided by whoever started this.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);
