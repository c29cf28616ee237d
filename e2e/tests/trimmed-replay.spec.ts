import { expectAccessible } from "../accessibility.js";
import { expect, test } from "../fixtures.js";
import { beginGame, play, UPPER_ROW_WINS } from "../games.js";
import { cell } from "../player/table.js";

// So little is kept that a game and some words are enough to lose the beginning.
test.use({ settings: { SNAPSHOT_EVERY: "4", RETAIN_EVENTS: "8", RETAIN_MS: "0" } });

test("HTTP-14 the replay of a table whose beginning is not kept shows its board and its thread from there on", async ({
  players,
  stranger,
}) => {
  const [anna, ben] = await players("Anna", "Ben");
  const { code } = await beginGame(anna, ben);
  await play(UPPER_ROW_WINS, anna, ben);
  await anna.table.says("You won");
  const words = ["Again?", "Soon.", "Well played.", "You too.", "One moment."];
  for (const word of words) await anna.thread.tell(word);
  await ben.thread.shows("One moment.");
  const head = await ben.thread.head();

  const guest = await stranger();
  await guest.page.goto(`/replay/${code}`);
  await guest.past.shows(head, head, "One moment.");
  await expect(guest.past.controls).toContainText(/Its first \d+ events are not kept any more\./);
  await guest.table.says("Anna won");
  const gone = Number(await guest.past.slider.getAttribute("min"));
  expect(gone, "events that are gone").toBeGreaterThan(3);

  await guest.past.press("First event");
  await expect(guest.past.controls).toContainText(`Event ${gone} of ${head}`);
  await expect(guest.past.controls).toContainText("Before the oldest event that is kept");
  await guest.past.press("One event forward");
  const [first] = await guest.thread.read();
  expect(first?.seq).toBe(gone + 1);
  await guest.past.shows(gone + 1, head, first?.words.slice(0, 4) ?? "");
  await guest.past.press("Last event");
  for (const place of [cell(1, 1), cell(1, 2), cell(1, 3)])
    await expect(guest.table.place(place)).toHaveAccessibleName(/Anna/);
  await expectAccessible(guest);
});
