import { test } from "../fixtures.js";
import { sitDown } from "../games.js";
import { picture } from "./picture.js";

test.setTimeout(180_000);

test("a table of many", async ({ players }) => {
  const [anna, ben] = await players("Anna", "Ben");
  await sitDown(anna, ben, "Rock, paper, scissors", { rounds: 9, seconds: 30 });
  for (let bot = 0; bot < 4; bot++) {
    await anna.table.control("Add a bot").click();
    await anna.page.getByRole("menuitem", { name: /^Easy/ }).click();
    await anna.page.getByText("Bot, easy").nth(bot).waitFor();
  }
  await picture(anna, "many-gathering");
  await Promise.all([anna.table.ready(), ben.table.ready()]);
  await anna.table.control("Start").click();
  await anna.table.control("Rock").click();
  await ben.table.control("Rock").click();
  await anna.page.getByText("Round 2 of 9").waitFor();
  await picture(anna, "many-playing");
});
