import { expect, test } from "../fixtures.js";
import { beginGame, DRAW, LOWEST_ROW_WINS, play, UPPER_ROW_WINS } from "../games.js";
import { column } from "../player/table.js";
import { picture } from "./picture.js";

// A countdown that can be looked at, and absences that are seen.
test.use({ settings: { COUNTDOWN_MS: "3000", PRESENCE_LINGER_MS: "500" } });
test.setTimeout(180_000);

test("the lobby", async ({ players }) => {
  const [anna, ben, carol, dora] = await players("Anna", "Ben", "Carol", "Dora");
  await carol.lobby.open();
  await expect(carol.page.getByText("It is quiet in here")).toBeVisible();
  await picture(carol, "lobby-empty", { whole: true });
  await carol.lobby.openCreateDialog();
  await picture(carol, "create-a-table");
  await carol.page.keyboard.press("Escape");
  await carol.page.getByRole("button", { name: "Change name and face" }).click();
  await expect(carol.page.getByRole("dialog", { name: "Change name and face" })).toBeVisible();
  await picture(carol, "name-and-face");

  await dora.lobby.open();
  await dora.lobby.createTable({ title: "Sunday with everybody who is awake" });
  await anna.lobby.open();
  const open = await anna.lobby.createTable({ title: "Anna’s corner", game: "Connect Four" });
  await ben.followLink(open.code);
  await ben.table.takeSeat(2);
  await Promise.all([anna.table.ready(), ben.table.ready()]);
  await anna.table.says("Your turn");
  await ben.table.backToLobby();
  await anna.table.move(column(4));
  await anna.thread.tell("Your move");
  await expect(ben.lobby.myTables(open)).toContainText("missed");
  await picture(ben, "lobby-with-tables", { whole: true });
  await ben.cut();
  await picture(ben, "lobby-cut-off");
});

test("a table, from the first seat to the last", async ({ players }) => {
  const [anna, ben] = await players("Anna", "Ben");
  await anna.lobby.open();
  const { code } = await anna.lobby.createTable({ title: "Friday night" });
  await anna.table.says("Waiting for 1 more player");
  await picture(anna, "table-alone");
  await anna.page.getByRole("button", { name: "Invite" }).click();
  await expect(anna.page.getByRole("dialog", { name: "Invite" })).toBeVisible();
  await picture(anna, "invite");
  await anna.page.keyboard.press("Escape");
  await ben.followLink(code);
  await ben.table.says("Take a seat to play");
  await picture(ben, "table-as-a-guest");
  await ben.table.takeSeat(2);
  await anna.thread.tell("There you are");
  await ben.thread.tell("Traffic. Shall we?");
  await picture(anna, "table-gathering");
  await Promise.all([anna.table.ready(), ben.table.ready()]);
  await expect(anna.page.getByRole("timer")).toBeVisible();
  await anna.page.screenshot({ path: "screenshots/table-countdown.1280.light.png" });
  await play(UPPER_ROW_WINS.slice(0, 3), anna, ben);
  await ben.table.says("Your turn");
  await picture(ben, "table-your-turn");
  await picture(anna, "table-not-your-turn");
  await anna.table.control("Resign").click();
  await expect(anna.page.getByRole("alertdialog")).toBeVisible();
  await picture(anna, "resign");
  await anna.page.keyboard.press("Escape");
  await play(UPPER_ROW_WINS.slice(3), ben, anna);
  await anna.table.says("You won");
  await picture(anna, "table-won");
  await picture(ben, "table-lost");
  await anna.table.close();
  await anna.table.says("This table is closed");
  await picture(anna, "table-closed");
});

test("cut off, and back again", async ({ players }) => {
  const [anna, ben] = await players("Anna", "Ben");
  await beginGame(anna, ben, "Connect Four");
  await play([4, 4, 3, 5].map(column), anna, ben);
  await anna.table.says("Your turn");
  await ben.cut();
  await anna.thread.shows("Ben lost the connection");
  await anna.table.move(column(2));
  for (const words of ["Ben?", "Are you in that tunnel again?", "I played, by the way."])
    await anna.thread.tell(words);
  await ben.thread.say("I am in a tunnel");
  await picture(ben, "cut-off");
  await picture(anna, "the-other-is-cut-off");
  await ben.reconnect();
  await ben.thread.shows("I am in a tunnel");
  await picture(ben, "back-with-what-was-missed");
  await ben.page.setViewportSize({ width: 360, height: 740 });
  await ben.page.getByRole("button", { name: "Show the whole thread" }).click();
  await picture(ben, "thread-on-a-phone");
});

test("a game of each kind at its end", async ({ players }) => {
  const [anna, ben, carol] = await players("Anna", "Ben", "Carol");
  const { code } = await beginGame(anna, ben, "Connect Four");
  await play(LOWEST_ROW_WINS, anna, ben);
  await anna.table.says("You won");
  await picture(anna, "connect-four-won");
  await carol.followLink(code);
  await carol.table.says("You are watching: the table is full.");
  await picture(carol, "watching");
});

test("a draw, offline, and what is not there", async ({ players, stranger }) => {
  const [anna, ben] = await players("Anna", "Ben");
  await beginGame(anna, ben);
  await play(DRAW, anna, ben);
  await anna.table.says("A draw");
  await picture(anna, "table-drawn");
  await anna.setOffline(true);
  anna.network.cut();
  await anna.connection.says(/^Offline/);
  await anna.thread.say("From the lift");
  await picture(anna, "offline");

  const guest = await stranger();
  await guest.followLink("ZZZZZ2");
  await expect(guest.page.getByRole("heading", { name: "No table here" })).toBeVisible();
  await picture(guest, "no-table-here");
  await guest.page.route("**/api/session", (route) => route.abort());
  await guest.page.goto("/");
  await expect(guest.page.getByText("The server cannot be reached.")).toBeVisible();
  await picture(guest, "no-server");
});
