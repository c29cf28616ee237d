import { expect, test } from "../fixtures.js";
import { beginAmongFew, beginGame } from "../games.js";
import { movePiece, square } from "../player/chess-board.js";
import { picture } from "./picture.js";

test.setTimeout(180_000);

test("chess", async ({ players }) => {
  const [anna, ben] = await players("Anna", "Ben");
  await beginGame(anna, ben, "Chess");
  for (const [mine, theirs] of [
    ["e2e4", "d7d5"],
    ["e4d5", "d8d5"],
    ["b1c3", "d5d8"],
  ] as const) {
    await movePiece(anna, mine);
    await movePiece(ben, theirs);
  }
  await anna.table.says("Your turn");
  await square(anna, "f1").click();
  await picture(anna, "chess-your-turn");
  await picture(ben, "chess-black");
});

test("rock, paper, scissors", async ({ players }) => {
  const [anna, ben] = await players("Anna", "Ben");
  await beginAmongFew(anna, ben, "Rock, paper, scissors", { rounds: 1, seconds: 30 });
  await anna.table.control("Rock").click();
  await anna.table.says("Waiting for Ben");
  await picture(anna, "rock-paper-scissors-chosen");
  await ben.table.control("Paper").click();
  await ben.table.says("You won");
  await picture(ben, "rock-paper-scissors-won");
});

test("draw and guess", async ({ players }) => {
  const [anna, ben] = await players("Anna", "Ben");
  await beginAmongFew(anna, ben, "Draw and guess", { rounds: 1, seconds: 180 });
  const words = anna.page.getByRole("group", { name: "Choose a word to draw" });
  await expect(words).toBeVisible();
  await picture(anna, "draw-and-guess-words");
  await words.getByRole("button").first().click();
  const paper = anna.page.getByRole("application");
  const box = await paper.boundingBox();
  if (!box) throw new Error("there is no paper");
  await anna.page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.3);
  await anna.page.mouse.down();
  for (let step = 0; step <= 24; step++) {
    const angle = step / 4;
    const [x, y] = [0.5 + Math.cos(angle) * 0.3, 0.5 + Math.sin(angle) * 0.3];
    await anna.page.mouse.move(box.x + box.width * x, box.y + box.height * y);
  }
  await anna.page.mouse.up();
  await ben.page.getByRole("textbox", { name: "Your guess" }).fill("a snail");
  await ben.page.keyboard.press("Enter");
  await picture(anna, "draw-and-guess-drawing");
  await picture(ben, "draw-and-guess-guessing");
});
