/** A process full of players. It says what it does to whoever started it, and ends when that one is gone. */
import { Crowd } from "./crowd.js";
import type { FromCrowd, ToCrowd } from "./messages.js";

const COUNTS_EVERY_MS = 500;

let crowd: Crowd | undefined;

const say = (message: FromCrowd): void => {
  process.send?.(message);
};

async function heed(message: ToCrowd): Promise<void> {
  switch (message.kind) {
    case "begin": {
      const begun = new Crowd(message.plan, (what) => say({ kind: "fault", what }));
      await begun.begin();
      crowd = begun;
      setInterval(() => say({ kind: "counts", counts: begun.counts }), COUNTS_EVERY_MS);
      say({ kind: "ready" });
      break;
    }
    case "wire":
      if (crowd) crowd.conditions = message.conditions;
      break;
    case "reload":
      crowd?.reload(message.pages);
      break;
    case "quiet":
      crowd?.quiet();
      break;
    case "look": {
      const behind = crowd?.behind(message.heads) ?? [];
      say({ kind: "seen", level: behind.length === 0, behind: behind.slice(0, 10) });
      break;
    }
    case "rest":
      if (crowd) say({ kind: "counts", counts: crowd.counts });
      crowd?.rest();
      say({ kind: "rested" });
  }
}

process.on("message", (message: ToCrowd) => void heed(message));
process.on("disconnect", () => process.exit(0));
// Who ends is decided by whoever started this.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);
say({ kind: "listening" });
