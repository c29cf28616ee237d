import { expect, test } from "../fixtures.js";
import { beginGame } from "../games.js";
import { picture } from "./picture.js";

const HOUR = 3_600_000;

test.setTimeout(180_000);

test("what waits over a reload, and what comes back", async ({ players }) => {
  const [anna, ben] = await players("Anna", "Ben");
  const { code } = await beginGame(anna, ben);
  await ben.cutSockets();
  await ben.thread.say("I am in a tunnel");
  await expect(ben.connection.status).toContainText("1 to send");
  await ben.page.reload();
  await expect(ben.connection.status).toContainText("1 to send");
  await picture(ben, "waiting-after-a-reload");
  await ben.lobby.open();
  await expect(ben.connection.status).toContainText("1 to send");
  await picture(ben, "lobby-with-something-to-send");
  const later = await ben.reopenTab();
  ben.network.restore();
  await later.page.clock.install({ time: Date.now() + 25 * HOUR });
  await later.followLink(code);
  await expect(later.thread.message).toHaveValue("I am in a tunnel");
  await expect(later.page.getByRole("region", { name: /Notices/ })).toContainText(
    "Your message was not sent",
  );
  // So that the notice stays while it is looked at.
  await later.page.clock.pauseAt((await later.page.evaluate(() => Date.now())) + 100);
  await picture(later, "message-given-back");
});

test("nothing can be kept", async ({ players }) => {
  const [anna, ben] = await players("Anna", "Ben");
  await ben.page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", { get: () => undefined });
  });
  await beginGame(anna, ben);
  await ben.cut();
  await ben.thread.say("Stay, page");
  await expect(ben.thread.entries("Stay, page")).toContainText("Keep this page open");
  await picture(ben, "waiting-without-storage");
});
