import type { Locator } from "@playwright/test";
import { expectAccessible } from "../accessibility.js";
import { expect, test } from "../fixtures.js";
import { beginAmongFew, sitDown } from "../games.js";
import type { Player } from "../player/player.js";

const GAME = "Draw and guess";
const ONE_ROUND = { rounds: 1, seconds: 180 };

function board({ page }: Player): Locator {
  return page.getByRole("region", { name: GAME });
}

function paper(player: Player): Locator {
  return board(player).getByRole("application");
}

/** How much of the picture has ink on it, from 0 to 1. */
function ink(player: Player): Promise<number> {
  return board(player)
    .locator("canvas")
    .evaluate((canvas: HTMLCanvasElement) => {
      const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let inked = 0;
      for (let alpha = 3; alpha < pixels.length; alpha += 4) if ((pixels[alpha] ?? 0) > 0) inked++;
      return (inked * 4) / Math.max(1, pixels.length);
    });
}

/** Draws a line across the paper with the mouse. @param height from 0, the top, to 1 */
async function drawLine(player: Player, height: number): Promise<void> {
  const box = await paper(player).boundingBox();
  if (!box) throw new Error("there is no paper");
  const { mouse } = player.page;
  await mouse.move(box.x + box.width * 0.2, box.y + box.height * height);
  await mouse.down();
  await mouse.move(box.x + box.width * 0.8, box.y + box.height * height, { steps: 12 });
  await mouse.up();
}

/** Chooses the first word that a page does not say by itself, as it does "table". @param said what that page says @returns the word */
async function chooseWord(player: Player, said = ""): Promise<string> {
  await player.table.says("Your turn");
  const words = board(player).getByRole("group", { name: "Choose a word to draw" }).getByRole("button");
  await expect(words.first()).toBeVisible();
  const word = (await words.allTextContents()).find((one) => !asAWord(one).test(said)) ?? "";
  await words.filter({ hasText: new RegExp(`^${word}$`) }).click();
  await expect(board(player).getByText(`Draw: ${word}`)).toBeVisible();
  return word;
}

async function guess(player: Player, text: string): Promise<void> {
  await player.page.getByRole("textbox", { name: "Your guess" }).fill(text);
  await player.page.keyboard.press("Enter");
}

/** Said as a word of its own: who looks on is told that they are "watching", also where the word is "watch". */
function asAWord(word: string): RegExp {
  return new RegExp(`\\b${word}\\b`, "i");
}

test.describe("draw and guess", () => {
  test("a game to its end: drawn, guessed, and the other way round", async ({ players }) => {
    const [anna, ben, carol] = await players("Anna", "Ben", "Carol");
    const { code } = await sitDown(anna, ben, GAME, ONE_ROUND);
    await Promise.all([anna.table.ready(), ben.table.ready()]);
    await anna.table.control("Start").click();
    await ben.table.says("Anna chooses a word");
    const said = await ben.page.locator("body").textContent();
    const word = await chooseWord(anna, said ?? "");
    await expect(ben.page.locator("body")).not.toContainText(asAWord(word));
    await expect(board(ben).getByText(/^Word of \d+ letters?: hidden/)).toBeAttached();

    await drawLine(anna, 0.3);
    await expect(board(ben).getByRole("img", { name: "Picture by Anna: 1 stroke" })).toBeVisible();
    await drawLine(anna, 0.6);
    await expect(board(ben).getByRole("img", { name: "Picture by Anna: 2 strokes" })).toBeVisible();
    const whole = await ink(anna);
    expect(whole).toBeGreaterThan(0.005);
    await carol.followLink(code);
    await expect(board(carol).getByRole("img", { name: "Picture by Anna: 2 strokes" })).toBeVisible();
    for (const other of [ben, carol]) await expect.poll(() => ink(other)).toBeCloseTo(whole, 2);
    await expect(carol.page.locator("body")).not.toContainText(asAWord(word));
    await anna.table.control("Take the last stroke back").click();
    await expect(board(carol).getByRole("img", { name: "Picture by Anna: 1 stroke" })).toBeVisible();

    await guess(ben, "xylophone quartet");
    await expect(board(ben).getByText("“xylophone quartet” is not it")).toBeVisible();
    await expect(anna.thread.entries("Ben guessed “xylophone quartet”")).toHaveCount(1);
    await guess(ben, `${word} or so`);
    await expect(board(ben).getByText("is close!")).toBeVisible();
    await guess(ben, word.toUpperCase());
    // Whoever is next need not wait, but may not wait for long either.
    await ben.table.control("Draw now").click();
    for (const player of [anna, carol]) await player.thread.shows(`The word was “${word}”`);

    const next = await chooseWord(ben);
    await drawLine(ben, 0.5);
    await guess(anna, next);
    await ben.thread.shows(`The word was “${next}”`);
    await expect(anna.table.control("Rematch")).toBeVisible();
  });

  test("drawing and guessing with nothing but the keyboard (BOARD-3)", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginAmongFew(anna, ben, GAME, ONE_ROUND);
    await anna.table.says("Your turn");
    const words = board(anna).getByRole("group", { name: "Choose a word to draw" });
    const second = words.getByRole("button").nth(1);
    const word = (await second.textContent()) ?? "";
    await anna.keyboard.focus(words.getByRole("button").first());
    await anna.page.keyboard.press("ArrowDown");
    await anna.page.keyboard.press("Enter");
    await anna.keyboard.focus(paper(anna));
    await anna.page.keyboard.press("Space");
    await anna.page.keyboard.press("Space");
    await expect(board(ben).getByRole("img", { name: "Picture by Anna: 1 stroke" })).toBeVisible();
    await expect.poll(() => ink(ben), "a dot").toBeGreaterThan(0);
    const dot = await ink(ben);
    await anna.page.keyboard.press("Space");
    for (let step = 0; step < 4; step++) await anna.page.keyboard.press("Shift+ArrowRight");
    await anna.page.keyboard.press("Escape");
    await expect(board(ben).getByRole("img", { name: "Picture by Anna: 2 strokes" })).toBeVisible();
    await expect.poll(() => ink(ben), "a line").toBeGreaterThan(10 * dot);
    await ben.keyboard.focus(ben.page.getByRole("textbox", { name: "Your guess" }));
    await ben.page.keyboard.type(word);
    await ben.page.keyboard.press("Enter");
    await ben.thread.shows(`The word was “${word}”`);
  });

  test("everybody can use it: choosing and drawing", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginAmongFew(anna, ben, GAME, ONE_ROUND);
    await anna.table.says("Your turn");
    await expectAccessible(anna);
    await chooseWord(anna);
    await drawLine(anna, 0.4);
    await expectAccessible(anna);
  });

  test("everybody can use it: guessing, and the end of a turn", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginAmongFew(anna, ben, GAME, ONE_ROUND);
    const word = await chooseWord(anna);
    await drawLine(anna, 0.4);
    await guess(ben, "xylophone quartet");
    await expectAccessible(ben);
    await guess(ben, word);
    await ben.thread.shows(`The word was “${word}”`);
    await expectAccessible(ben);
  });
});
