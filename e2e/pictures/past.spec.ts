import { expect, test } from "../fixtures.js";
import { beginGame, LOWEST_ROW_WINS, play, UPPER_ROW_WINS } from "../games.js";
import { column } from "../player/table.js";
import { picture } from "./picture.js";

test.setTimeout(180_000);

test("looking back, and the replay", async ({ players, stranger }) => {
  const [anna, ben] = await players("Anna", "Ben");
  const { code } = await beginGame(anna, ben, "Connect Four");
  await play(LOWEST_ROW_WINS.slice(0, 4), anna, ben);
  await anna.thread.tell("You did not see that coming");
  await play(LOWEST_ROW_WINS.slice(4), anna, ben);
  await anna.table.says("You won");
  await picture(anna, "table-won-to-share");
  await anna.past.open();
  for (let step = 0; step < 4; step++) await anna.past.press("One event back");
  await picture(anna, "looking-back");
  const guest = await stranger();
  await guest.page.goto(`/replay/${code}#11`);
  await expect(guest.past.controls).toBeVisible();
  await picture(guest, "replay");
  await guest.page.goto("/replay/ZZZZZ2");
  await expect(guest.page.getByRole("heading", { name: "No replay here" })).toBeVisible();
  await picture(guest, "no-replay");
});

test("playing back what was missed", async ({ players }) => {
  const [anna, ben, carol] = await players("Anna", "Ben", "Carol");
  await carol.page.emulateMedia({ reducedMotion: "reduce" });
  const { code } = await beginGame(anna, ben, "Connect Four");
  await play([4, 4].map(column), anna, ben);
  await anna.table.says("Your turn");
  await carol.followLink(code);
  await carol.table.says("Anna to move");
  await carol.cut();
  await play([3, 5, 2].map(column), anna, ben);
  await ben.thread.tell("Two in a row. I see it.");
  await carol.reconnect();
  await carol.past.playBack();
  for (let step = 0; step < 2; step++)
    await carol.past.playback.getByRole("button", { name: "Next" }).click();
  await picture(carol, "playing-back");
});

test("the network lab", async ({ players }) => {
  const [anna, ben] = await players("Anna", "Ben");
  await beginGame(anna, ben);
  await ben.lab.open();
  await ben.lab.press("Lose the next 5 deliveries");
  await play(UPPER_ROW_WINS.slice(0, 1), anna, ben);
  for (const words of ["one", "two", "three", "four", "five"]) await anna.thread.tell(words);
  await expect(ben.lab.rows(/Gap filled/).first()).toBeVisible({ timeout: 30_000 });
  await ben.lab.drawer.getByRole("switch", { name: "Repeat deliveries" }).click();
  await picture(ben, "network-lab");
});
