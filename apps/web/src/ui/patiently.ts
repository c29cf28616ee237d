import "./import-anew";

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;

let fetchTheRest: () => Promise<unknown> = () => Promise.resolve();

/** From now on every part of the page is there only together with this, which is fetched beside it: its words. */
export function fetchAlongside(load: () => Promise<unknown>): void {
  fetchTheRest = load;
}

/**
 * Makes fetching a part of the page's code wait for the network instead of failing: a part that cannot be had now is
 * late, and nothing is broken by asking for it while the connection is cut.
 */
export function patiently<Part>(load: () => Promise<Part>): () => Promise<Part> {
  const attempt = (pause: number): Promise<Part> =>
    loadAll(load).catch(async () => {
      await new Promise((resolve) => setTimeout(resolve, pause));
      return attempt(Math.min(pause * 2, LONGEST_PAUSE));
    });
  return () => attempt(FIRST_PAUSE);
}

async function loadAll<Part>(load: () => Promise<Part>): Promise<Part> {
  const [part] = await Promise.all([load(), fetchTheRest()]);
  return part;
}
