import { expectAccessible } from "../accessibility.js";
import { expect, test } from "../fixtures.js";
import { beginGame, play, UPPER_ROW_WINS } from "../games.js";
import { loseRequests } from "../lose-requests.js";
import { cell } from "../player/table.js";

test.describe("the replay of a table", () => {
  test("is shared by a link, and watched by a stranger without a connection (TIME-3)", async ({
    players,
    stranger,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { title } = await beginGame(anna, ben);
    await play(UPPER_ROW_WINS, anna, ben);
    await anna.table.says("You won");
    await anna.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await anna.table.control("Share the replay").click();
    await expect(anna.table.control("Copied")).toBeVisible();
    const link = new URL(await anna.page.evaluate(() => navigator.clipboard.readText()));

    const guest = await stranger();
    const sockets: string[] = [];
    guest.page.on("websocket", (socket) => sockets.push(socket.url()));
    await guest.page.goto(`${link.pathname}${link.hash}`);
    await expect(guest.page).toHaveTitle(`Replay of ${title} · Rejoin`);
    const head = await anna.thread.head();
    await guest.past.shows(Number(link.hash.slice(1)), head, "The game began");
    await guest.past.press("One event forward");
    await expect(guest.table.place(cell(1, 1))).toHaveAccessibleName(/Anna/);
    await guest.table.says("Ben to move");
    await guest.table.boardIsNotOperable();
    await expect(guest.page).toHaveURL(new RegExp(`#${Number(link.hash.slice(1)) + 1}$`));
    await guest.past.press("Last event");
    await guest.table.says("Anna won");
    await expect(guest.thread.message).toHaveCount(0);
    expect(sockets, "connections to the games").toEqual([]);
    expect(await guest.page.context().cookies(), "nobody was made for it").toEqual([]);
    await expectAccessible(guest);
  });

  test("opens at the event that the address names, also when that changes (TIME-3)", async ({
    players,
    stranger,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await beginGame(anna, ben);
    await anna.table.move(cell(2, 2));
    await ben.table.says("Your turn");
    const head = await ben.thread.head();
    const guest = await stranger();
    await guest.page.goto(`/replay/${code}#2`);
    await guest.past.shows(2, head, /took seat/);
    await guest.page.evaluate(() => {
      window.location.hash = "#1";
    });
    await guest.past.shows(1, head, "Anna opened the table");
    await guest.page.goto("/");
    await guest.page.goto(`/replay/${code}#9999`);
    await guest.past.shows(head, head, "Anna played row 2, column 2");
    await guest.page.getByRole("link", { name: "Go to the table" }).click();
    await guest.table.says("You are watching: the table is full.");
  });

  test("is where the link of a closed table leads", async ({ players, stranger }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await beginGame(anna, ben);
    await anna.table.close();
    await ben.table.says("This table is closed");
    const guest = await stranger();
    await guest.lobby.open();
    await guest.lobby.joinByCode(code);
    await expect(guest.page).toHaveURL(new RegExp(`/replay/${code}`));
    await guest.table.says("This table is closed");
    await guest.past.press("First event");
    await guest.past.shows(1, await ben.thread.head(), "Anna opened the table");
  });

  test("of a table whose beginning is not kept any more can be read (HTTP-14)", async ({
    players,
    stranger,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await beginGame(anna, ben);
    await anna.table.move(cell(2, 2));
    await ben.table.says("Your turn");
    const guest = await stranger();
    // As a server answers that trimmed the first four events.
    await guest.page.route(/\/api\/rooms\/.*\/events/, async (route) => {
      const response = await route.fetch();
      const log = await response.json();
      await route.fulfill({ response, json: { ...log, first: 5, events: log.events.slice(4) } });
    });
    await guest.page.goto(`/replay/${code}`);
    await expect(guest.page.getByRole("main")).toContainText("The first 4 events of this table are not kept");
    await expect(guest.page.getByRole("listitem").last()).toContainText("Anna");
    await expectAccessible(guest);
  });

  test("is tried again where the server cannot be reached", async ({ players, stranger }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await beginGame(anna, ben);
    const guest = await stranger();
    const reachAgain = await loseRequests(guest.page, "/api/rooms/");
    await guest.page.goto(`/replay/${code}`);
    await expect(guest.page.getByRole("main")).toContainText("The server cannot be reached.");
    await reachAgain();
    await guest.page.getByRole("button", { name: "Try again" }).click();
    await expect(guest.past.slider).toBeVisible();
  });

  test("says in words when there is none", async ({ stranger }) => {
    const guest = await stranger();
    await guest.page.goto("/replay/ZZZZZ2");
    await expect(guest.page.getByRole("heading", { name: "No replay here" })).toBeVisible();
    await expect(guest.page.getByRole("main")).toContainText("There is no table with the code ZZZ ZZ2");
    await expectAccessible(guest);
    await guest.page.goto("/replay/nothing-like-a-code");
    await expect(guest.page.getByRole("main")).toContainText("is not a room code");
  });
});
