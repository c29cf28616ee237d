import { expect, test } from "../fixtures.js";
import { sitDown } from "../games.js";
import { loseRequests } from "../lose-requests.js";

test.describe("the connection is always told in words", () => {
  test("live, reconnecting, catching up, live", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    await ben.connection.says("Live");
    const heard = await ben.connection.listen();
    await ben.cut();
    await anna.thread.tell("Meanwhile");
    ben.network.delay(100);
    await ben.reconnect();
    const words = (await heard()).map((said) => said.replace(/ now…$| \d+ of \d+$/, ""));
    const inOrder = words.filter((said, index) => said !== words[index - 1]);
    expect(inOrder).toEqual(["Live", "Reconnecting", "Catching up", "Live"]);
  });

  test("a device without a network is offline, and what waits is counted", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await sitDown(anna, ben);
    await ben.setOffline(true);
    // A browser that says so keeps its open connections all the same.
    ben.network.cut();
    await ben.connection.says("Offline");
    await ben.thread.say("From the lift");
    await ben.connection.says("Offline · 1 to send");
    await ben.setOffline(false);
    await ben.reconnect();
    await anna.thread.shows("From the lift");
  });

  test("the lobby says so too, and that its list is old", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await ben.lobby.open();
    await anna.lobby.open();
    const before = await anna.lobby.createTable();
    await expect(ben.lobby.openTables(before)).toBeVisible();
    await ben.cut();
    await expect(ben.page.getByText("As it was when the connection was lost")).toBeVisible();
    await anna.table.backToLobby();
    const table = await anna.lobby.createTable();
    await ben.reconnect();
    await expect(ben.lobby.openTables(table)).toBeVisible();
    await expect(ben.page.getByText("As it was when the connection was lost")).toHaveCount(0);
  });

  test("a first visit without a server says so, and begins by itself when there is one", async ({
    stranger,
  }) => {
    const guest = await stranger();
    const answerAgain = await loseRequests(guest.page, "/api/session");
    await guest.page.goto("/");
    await expect(guest.page.getByText("The server cannot be reached.")).toBeVisible();
    await guest.connection.says(/^Reconnecting/);
    await answerAgain();
    await expect(guest.page.getByRole("heading", { name: "Lobby" })).toBeVisible();
  });
});
