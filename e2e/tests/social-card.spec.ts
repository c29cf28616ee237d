import { expect, test } from "../fixtures.js";

test("HTTP-18 a link to a table says which one, to whoever shows it in a chat", async ({ players }) => {
  const [anna, ben] = await players("Anna", "Ben");
  await anna.lobby.open();
  const open = await anna.lobby.createTable({ title: "Friday & <friends>", game: "Chess" });
  await anna.table.backToLobby();
  const hidden = await anna.lobby.createTable({ title: "Nobody’s business", isPrivate: true });

  const preview = async (path: string) => {
    const answer = await ben.page.request.get(`${ben.network.url}${path}`, { headers: { accept: "*/*" } });
    return answer.text();
  };
  expect(await preview(`/r/${open.code}`)).toContain('content="Friday &amp; &lt;friends&gt; · Chess"');
  expect(await preview(`/replay/${open.code}`)).toContain(
    "<title>Friday &amp; &lt;friends&gt; · Rejoin</title>",
  );
  expect(await preview(`/r/${hidden.code}`)).not.toContain("Nobody");

  await ben.followLink(open.code);
  await expect(ben.page).toHaveTitle("Friday & <friends> · Rejoin");
  await expect(ben.page.getByRole("heading", { level: 1, name: "Friday & <friends>" })).toBeVisible();
});
