declare global {
  /** See `build/import-anew.ts`: built, every `import(…)` of a part of the page is a call of this. */
  var importAnew: (url: string) => Promise<unknown>;
}

/** What a built module imports at once. */
const IMPORTED = /\b(?:from|import)"(\.\/[\w.-]+\.js)"/g;

/** For so long a line may be silent, in milliseconds. */
const PATIENCE = 60_000;

/** Modules that were fetched or are being fetched, by their addresses. What this page began with is here already. */
const fetched = new Map<string, Promise<unknown>>();
for (const { name, responseStatus } of resources())
  if (responseStatus === 200) fetched.set(name, Promise.resolve());

/**
 * Imports a part of the page by its whole address. A browser may remember of a module that it could not be had, and then its
 * import fails at once for as long as the page lives, also when the network is back. So the part and all that it needs are
 * fetched first, which can be done again, and imported when the browser has them in its cache.
 *
 * @see https://github.com/whatwg/html/issues/6768
 */
globalThis.importAnew = async (url) => {
  await fetchModule(url);
  return import(/* @vite-ignore */ url);
};

function fetchModule(url: string): Promise<unknown> {
  const known = fetched.get(url);
  if (known) return known;
  const fetching = fetchWithImports(url);
  fetched.set(url, fetching);
  fetching.catch(() => fetched.delete(url));
  return fetching;
}

async function fetchWithImports(url: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`${url} was answered with ${response.status}`);
  const code = await response.text();
  const imported = Array.from(code.matchAll(IMPORTED), ([, path = ""]) => new URL(path, url).href);
  await Promise.all(imported.map(fetchModule));
}

function resources(): PerformanceResourceTiming[] {
  return performance.getEntriesByType("resource") as PerformanceResourceTiming[];
}

export {};
