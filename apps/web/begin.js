// Runs before anything else, and blocks the first paint on purpose: it is small, and what it does cannot be late.
{
  const stored = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      // Storage may be forbidden.
      return null;
    }
  };

  // The theme follows the system through CSS alone. A choice made here overrides it, before the first paint.
  const theme = stored("rejoin:theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

  // The first words of the page are there in every language: which one is meant is found out as in `language.ts`.
  const tags = [stored("rejoin:language"), ...navigator.languages].map((tag) => tag?.split("-")[0]);
  document.documentElement.lang = tags.find((tag) => tag === "en" || tag === "de") ?? "en";

  const { pathname } = location;

  // Who this browser is, asked while the script that wants to know is on its way: `session-calls.ts` takes the answer.
  if (!/^\/(replay|move)(\/|$)/.test(pathname)) {
    const isKnown = stored("rejoin:known") !== null;
    const made = { method: "POST", body: "{}", headers: { "content-type": "application/json" } };
    const askedAt = Date.now();
    const response = fetch("/api/session", isKnown ? {} : made);
    // Whoever takes it hears of a failure; that nobody has taken it yet is none.
    response.catch(() => {});
    window.rejoinSession = { isKnown, askedAt, response };
  }

  // Once what `index.html` says is to be seen. Nothing is painted where nobody looks.
  const painted = new Promise((resolve) => {
    if (document.visibilityState === "hidden" || !PerformanceObserver.supportedEntryTypes.includes("paint"))
      return resolve();
    const observer = new PerformanceObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe({ type: "paint", buffered: true });
  });
  window.rejoinPainted = painted;

  // The script, which is large, leaves the network to what is painted first. What a room needs besides is known by the address.
  const { first = "", room = "" } = document.currentScript.dataset;
  const wanted = pathname.startsWith("/r/") ? `${first} ${room}` : first;
  const ask = (href) =>
    document.head.append(
      Object.assign(document.createElement("link"), { rel: "modulepreload", fetchPriority: "low", href }),
    );
  painted.then(() => wanted.split(" ").filter(Boolean).forEach(ask));
}
