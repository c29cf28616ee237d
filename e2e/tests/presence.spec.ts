import { expectSameThread } from "../agreement.js";
import { expect, test } from "../fixtures.js";
import { beginGame } from "../games.js";
import { expectInSight, PHONES } from "../player/in-sight.js";
import { cell } from "../player/table.js";

// Without patience, every loss of the last connection is an absence at once.
test.use({ settings: { PRESENCE_LINGER_MS: "0", SEAT_GRACE_MS: "60000" } });

test.describe("who is here", () => {
  test("others see in words that a player is cut off, and that they are back", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben);
    await ben.cut();
    await expect(anna.table.seatOf("Ben")).toContainText("Reconnecting");
    await expect(anna.table.seatOf("Ben"), "and for how long the seat is kept").toContainText(/[01]:\d\d/);
    await anna.page.setViewportSize(PHONES[0]);
    await expectInSight(anna.table.seatOf("Ben").getByText("Reconnecting"));
    await anna.thread.shows("Ben lost the connection");
    await anna.table.move(cell(2, 2));
    await ben.reconnect();
    await anna.thread.shows("Ben is back");
    await expect(anna.table.seatOf("Ben")).not.toContainText("Reconnecting");
    await ben.table.move(cell(1, 1));
    await ben.thread.dismissMissed();
    await expectSameThread(anna, ben);
  });

  test("closing one of two tabs is not an absence, closing the last one is", async ({ players, server }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await beginGame(anna, ben);
    const second = await ben.openTab();
    await second.followLink(code);
    await second.table.says("Anna to move");
    const connections = () => connectionsOf(server.url);
    await expect.poll(connections).toBe(3);

    await ben.page.close();
    await expect.poll(connections).toBe(2);
    // Had it counted as an absence, that would be recorded before this.
    await second.thread.tell("Still here");
    await anna.thread.shows("Still here");
    await expect(anna.thread.entries("Ben lost the connection")).toHaveCount(0);

    await second.page.close();
    await anna.thread.shows("Ben lost the connection");
    const back = await ben.openTab();
    await back.followLink(code);
    await anna.thread.shows("Ben is back");
  });
});

async function connectionsOf(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^rejoin_connections\S* (\d+)$/m.exec(metrics)?.[1]);
}
