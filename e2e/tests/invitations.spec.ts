import { expectAccessible } from "../accessibility.js";
import { expect, test } from "../fixtures.js";
import { beginGame, sitDown } from "../games.js";
import { Invitations } from "../player/invitations.js";
import type { Player } from "../player/player.js";

const invitationsOf = ({ page }: Player) => new Invitations(page);

/** Somebody opens a table, and invites somebody else there by their name. */
async function inviteByName(host: Player, guest: string): Promise<{ title: string; code: string }> {
  await host.lobby.open();
  const table = await host.lobby.createTable({ game: "Connect Four" });
  await invitationsOf(host).openDialog();
  await invitationsOf(host).invite(guest);
  return table;
}

test.describe("inviting by name", () => {
  test("LOBBY-1 who is away is invited, comes back, sees it, and plays in one press", async ({ players }) => {
    const [alice, bob] = await players("Alice", "Bob Away");
    await bob.lobby.open();
    await bob.connection.isLive();
    let table = { title: "", code: "" };
    const back = await bob.reopenBrowser(async () => {
      table = await inviteByName(alice, "Bob Away");
    });
    await back.lobby.open();
    const invitations = invitationsOf(back);
    await expect(invitations.from("Alice")).toContainText(`Connect Four · ${table.title}`);
    await expectAccessible(back);
    await back.page.reload();
    await invitations.join("Alice");
    await expect(back.page.getByRole("heading", { level: 1, name: table.title })).toBeVisible();
    await expect(back.table.control("Leave seat")).toBeVisible();
    await expect(invitations.from("Alice")).toHaveCount(0);

    await expect(invitationsOf(alice).guest("Bob Away")).toContainText("At the table");
    await alice.page.keyboard.press("Escape");
    await expect(alice.table.seatOf("Bob Away")).toBeVisible();
  });

  test("INVITE-5 an invitation outlives the server, and comes to whoever is at another table", async ({
    players,
    server,
  }) => {
    const [alice, bob, carol] = await players("Alice", "Bob Busy", "Carol");
    await bob.lobby.open();
    await bob.connection.isLive();
    await beginGame(carol, bob);
    const { title } = await inviteByName(alice, "Bob Busy");
    await expect(invitationsOf(bob).from("Alice")).toContainText(title);

    await server.kill();
    await server.restart();
    await bob.connection.isLive();
    await bob.table.backToLobby();
    await bob.page.reload();
    await expect(invitationsOf(bob).from("Alice")).toContainText(title);
    await invitationsOf(bob).decline("Alice");
    await expect(invitationsOf(alice).guest("Bob Busy")).toContainText("Cannot come now", {
      timeout: 20_000,
    });
    await alice.page.keyboard.press("Escape");
    await alice.thread.shows("Bob Busy cannot come now");
    await bob.page.reload();
    await bob.connection.isLive();
    await expect(invitationsOf(bob).from("Alice")).toHaveCount(0);
  });

  test("INVITE-5 whom one has hidden does not disturb one", async ({ players }) => {
    const [alice, bob] = await players("Alice Loud", "Bob Quiet");
    await sitDown(alice, bob);
    await bob.people.open();
    await bob.people.press("Hide the messages of Alice Loud for me");
    await bob.people.close();
    await bob.lobby.open();
    await bob.connection.isLive();
    await inviteByName(alice, "Bob Quiet");
    await bob.page.reload();
    await expect(bob.page.getByRole("region", { name: "Your tables" }).getByRole("link")).toHaveCount(1);
    await bob.connection.isLive();
    await expect(invitationsOf(bob).from("Alice Loud")).toHaveCount(0);
  });

  test("INVITE-1 who watches is told to sit down first, and who is looked for in vain is said not to be there", async ({
    players,
  }) => {
    const [alice, bob, carol] = await players("Alice", "Bob Seated", "Carol");
    const { code } = await sitDown(alice, bob);
    await carol.followLink(code);
    const dialog = await invitationsOf(carol).openDialog();
    await expectAccessible(carol);
    await expect(dialog.getByText("Take a seat to invite people by their name.")).toBeVisible();

    await invitationsOf(alice).openDialog();
    await alice.page.getByRole("searchbox", { name: "Name" }).fill("nobody of this name");
    await expect(alice.page.getByText("Nobody of that name is in the lobby.")).toBeVisible();
    await expectAccessible(alice);
  });
});
