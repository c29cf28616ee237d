// Loaded into every server before its own program: it says how the process fares when it is asked, and ends the process
// when whoever measures is gone. It is plain JavaScript, since one of the servers runs without a loader.
import { writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { monitorEventLoopDelay } from "node:perf_hooks";

const RESOLUTION_MS = 10;

const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
const inspector = new Session();

const actions = {
  look: () => undefined,
  reset: () => delay.reset(),
  /** Gives back what the heap holds for garbage to come, too, which `global.gc` leaves as large as it was. */
  async collect() {
    inspector.connect();
    await inspector.post("HeapProfiler.collectGarbage");
    inspector.disconnect();
  },
  async profile() {
    inspector.connect();
    await inspector.post("Profiler.enable");
    await inspector.post("Profiler.start");
  },
  async profiled(file) {
    const { profile } = await inspector.post("Profiler.stop");
    inspector.disconnect();
    writeFileSync(file, JSON.stringify(profile));
  },
};

process.on("message", async ({ probe, file, id }) => {
  await actions[probe](file);
  process.send({ id, loop: loop(), memory: process.memoryUsage() });
});
process.on("disconnect", () => process.exit(0));
process.channel.unref();

/** How late the event loop was, in milliseconds: what a timer waited beyond its time. */
function loop() {
  const late = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
  return { p50: late(delay.percentile(50)), p99: late(delay.percentile(99)), max: late(delay.max) };
}
