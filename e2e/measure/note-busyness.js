// Runs in every page that is watched, before anything of its own: what `main-thread.ts` asks for.
{
  const EVERY_MS = 5;
  const noted = { longestTask: 0, blocked: 0, longestWait: 0, quietSince: 0 };
  window.noted = noted;
  const note = ({ startTime, duration }) => {
    noted.longestTask = Math.max(noted.longestTask, duration);
    noted.blocked += duration - 50;
    noted.quietSince = startTime + duration;
  };
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
    type: "longtask",
    buffered: true,
  });
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    noted.longestWait = Math.max(noted.longestWait, now - last - EVERY_MS);
    last = now;
    setTimeout(tick, EVERY_MS);
  };
  setTimeout(tick, EVERY_MS);
}
