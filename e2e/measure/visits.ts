import type { Browser } from "./browser.js";
import type { OpenTable } from "./open-table.js";

/** Somebody who looks at a page. */
export interface Visit {
  name: string;
  url: string;
  /** What they came for, as a selector. */
  wants: string;
  /** What they did with this browser before. */
  prepare: (browser: Browser) => Promise<void>;
}

/** The lobby and a room, each by a stranger and by somebody who plays at that table. */
export function visits(url: string, table: OpenTable): Visit[] {
  const lobby = { url, wants: "main form" };
  const room = { url: `${url}/r/${table.code}`, wants: "[role=grid] button" };
  const stranger = async (): Promise<void> => {};
  const player = async (browser: Browser): Promise<void> => {
    await browser.signIn(url, table.host.session);
    const page = await browser.context.newPage();
    await page.goto(room.url);
    await page.getByRole("grid").waitFor();
    await page.close();
  };
  return [
    { name: "lobby, stranger", ...lobby, prepare: stranger },
    { name: "lobby, player", ...lobby, prepare: player },
    { name: "room, stranger", ...room, prepare: stranger },
    { name: "room, player", ...room, prepare: player },
  ];
}
