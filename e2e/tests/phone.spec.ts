import { expect, test } from "../fixtures.js";
import { beginAmongFew, beginGame, sitAlone, sitDown } from "../games.js";
import { Hand } from "../hand.js";
import { expectInSight, expectNoScrolling, PHONES } from "../player/in-sight.js";
import type { Player } from "../player/player.js";

/** Looks at the page on every phone: nothing to scroll, and all of this in sight. */
async function expectToFit({ page, table }: Player, needed: readonly (string | RegExp)[]): Promise<void> {
  for (const phone of PHONES) {
    await page.setViewportSize(phone);
    await expectNoScrolling(page);
    for (const name of needed) {
      const control = table.main.getByRole("button", { name }).or(table.main.getByRole("textbox", { name }));
      await expectInSight(control.first());
    }
    for (const timer of await table.main.getByRole("timer").all()) await expectInSight(timer);
  }
}

test.describe("on a phone, all that one plays with is in sight", () => {
  test("PHONE-1 chess: the board, both clocks, and what one may do", async ({ players }) => {
    const [anna, ben, carol] = await players("Anna", "Ben", "Carol");
    const { code } = await beginGame(anna, ben, "Chess", { minutes: 10, increment: 0 });
    for (const player of [anna, ben]) {
      await expectToFit(player, ["Resign", "Leave seat", "Look back"]);
      await expectInSight(player.table.board);
      await expectInSight(player.page.getByRole("textbox", { name: "Message" }));
    }
    await carol.followLink(code);
    await expectToFit(carol, ["Look back"]);
    await expectInSight(carol.table.board);
    await anna.table.resign();
    await expectToFit(anna, ["Rematch", "Leave seat", "Look back", "Share"]);
  });

  test("PHONE-1 draw and guess: the paper and its pens; the picture and the line one guesses on", async ({
    players,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginAmongFew(anna, ben, "Draw and guess", { rounds: 1, seconds: 180 });
    const words = anna.page.getByRole("group", { name: "Choose a word to draw" }).getByRole("button");
    await expectToFit(anna, ["Resign"]);
    for (const word of await words.all()) await expectInSight(word);
    await words.first().click();
    const paper = anna.page.getByRole("application");
    await expect(paper).toBeVisible();
    await expectToFit(anna, ["Take the last stroke back", "Resign", "Leave seat"]);
    await expectInSight(paper);
    await expectToFit(ben, ["Your guess", "Guess", "Resign", "Leave seat"]);
    await expectInSight(ben.page.getByRole("img", { name: /^Picture by Anna/ }));

    // Where the message line gave way to the paper, it is in the thread that is drawn up.
    await anna.page.setViewportSize(PHONES[0]);
    const message = anna.page.getByRole("textbox", { name: "Message" });
    await expect(message).toBeHidden();
    await anna.page.getByRole("button", { name: "Show the whole thread" }).click();
    await anna.thread.tell("A long word");
    await anna.page.getByRole("button", { name: "Back to the board" }).click();
    await ben.thread.shows("A long word");
    await expectInSight(paper);
  });

  test("PHONE-1 draw and guess among eight; on a small tablet with the message line", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await sitDown(anna, ben, "Draw and guess", { rounds: 1, seconds: 180 });
    const others = await Promise.all(
      ["Carol", "Dora", "Emil", "Fritz", "Gerda", "Hans"].map((name) => Hand.ofSomebody(name, anna)),
    );
    for (const other of others) {
      const room = await other.join(code);
      await other.command(room, { type: "take-seat" });
      await other.command(room, { type: "ready", ready: true });
    }
    await Promise.all([anna.table.ready(), ben.table.ready()]);
    await anna.table.control("Start").click();
    await drawTheLongestWord(anna);
    await expect(ben.page.getByRole("textbox", { name: "Your guess" })).toBeVisible();
    await expectToFit(anna, ["Take the last stroke back", "Resign"]);
    await expectInSight(anna.page.getByRole("application"));
    await expectToFit(ben, ["Your guess", "Resign"]);
    for (const { page, thread } of [anna, ben]) {
      await page.setViewportSize({ width: 640, height: 900 });
      await expectNoScrolling(page);
      await expectInSight(thread.message);
    }
    for (const other of others) other[Symbol.dispose]();
  });

  test("PHONE-1 the smaller games, with the message line", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    for (const game of ["Tic-tac-toe", "Connect Four"] as const) {
      await beginGame(anna, ben, game);
      await expectToFit(anna, ["Resign", "Leave seat"]);
      await expectInSight(anna.table.board);
      await expectInSight(anna.page.getByRole("textbox", { name: "Message" }));
    }
    await beginAmongFew(anna, ben, "Rock, paper, scissors");
    await expectToFit(anna, ["Rock", "Paper", "Scissors", "Resign"]);
    await expectInSight(anna.page.getByRole("textbox", { name: "Message" }));
  });
});

test.describe("where there is little room, what counts is still read whole", () => {
  test("a long message begins at its beginning, below a board that leaves one line", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben, "Chess");
    await ben.page.setViewportSize(PHONES[0]);
    const words =
      "Shall we make it best of three, or do you have to get off the train before that, as you did before?";
    await anna.thread.tell(words);
    // The line may lack a pixel or two of the space around its letters.
    await expect(ben.thread.log.getByText(words)).toBeInViewport({ ratio: 0.9 });
  });

  test("nothing lies over how much was missed", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginGame(anna, ben, "Chess");
    await ben.page.setViewportSize(PHONES[0]);
    await ben.cut();
    for (const words of ["one", "two", "three"]) await anna.thread.tell(words);
    await ben.reconnect();
    await expectInSight(ben.thread.log.getByText("3 events while you were away"));
    await anna.thread.tell("and one more");
    await ben.thread.shows("and one more");
    await expect(ben.page.getByRole("button", { name: "1 new" })).toBeHidden();
    await expectInSight(ben.thread.log.getByText("3 events while you were away"));
    await ben.page.getByRole("button", { name: "Show the whole thread" }).click();
    await expectInSight(ben.thread.log.getByText("3 events while you were away"));
  });

  test("the message line, on a tablet where the table has something to say", async ({ players }) => {
    const [anna] = await players("Anna");
    await sitAlone(anna);
    await anna.page.setViewportSize({ width: 768, height: 1024 });
    await expect(anna.page.getByText("Only you so far. Send a friend the link.")).toBeVisible();
    await expectNoScrolling(anna.page);
    await expectInSight(anna.thread.message);
  });

  test("what one may do before a game, in one row, also in a language of long words", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await sitDown(anna, ben, "Draw and guess");
    await anna.lobby.open();
    await anna.settings.openFromLobby();
    await anna.page.getByRole("combobox", { name: "Language" }).selectOption("Deutsch");
    await anna.page.setViewportSize(PHONES[0]);
    await anna.followLink(code);
    const controls = anna.page.getByRole("group", { name: "Spielsteuerung" });
    await expect(controls.getByRole("button")).toHaveCount(4);
    // All in one look: a button whose menu arrives is another one from then on, in the same place.
    const rows = await controls.evaluate((group) =>
      [...group.querySelectorAll("button")].map((button) => button.getBoundingClientRect().top),
    );
    expect(rows).toHaveLength(4);
    expect(new Set(rows).size).toBe(1);
  });

  test("who is to move, in seats that stand side by side", async ({ players }) => {
    const [anna, ben] = await players("Anna", "Ben");
    await beginAmongFew(anna, ben, "Draw and guess", { rounds: 1, seconds: 180 });
    await anna.page.setViewportSize({ width: 640, height: 900 });
    await expectInSight(anna.table.seatOf("Anna").getByText("To move", { exact: true }));
    await ben.page.setViewportSize({ width: 640, height: 900 });
    await expectInSight(ben.table.seatOf("Anna").getByText("To move", { exact: true }));
  });
});

async function drawTheLongestWord({ page }: Player): Promise<void> {
  const words = page.getByRole("group", { name: "Choose a word to draw" }).getByRole("button");
  await expect(words.first()).toBeVisible();
  const [longest = ""] = (await words.allInnerTexts()).sort((one, other) => other.length - one.length);
  await words.getByText(longest, { exact: true }).click();
}
