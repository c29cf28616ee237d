const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;

/**
 * Makes fetching a part of the page's code wait for the network instead of failing: a part that cannot be had now is
 * late, and nothing is broken by asking for it while the connection is cut.
 */
export function patiently<Part>(load: () => Promise<Part>): () => Promise<Part> {
  const attempt = (pause: number): Promise<Part> =>
    load().catch(async () => {
      await new Promise((resolve) => setTimeout(resolve, pause));
      return attempt(Math.min(pause * 2, LONGEST_PAUSE));
    });
  return () => attempt(FIRST_PAUSE);
}
