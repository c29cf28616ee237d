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

  // What a room needs besides, which is known by the address alone.
  const room = document.currentScript.dataset.room ?? "";
  if (pathname.startsWith("/r/")) {
    const look = { rel: "modulepreload", fetchPriority: "low" };
    for (const href of room.split(" ").filter(Boolean))
      document.head.append(Object.assign(document.createElement("link"), { ...look, href }));
  }
}
