import { expectSameBoard, expectSameThread, expectWholeLog } from "../agreement.js";
import { expect, test } from "../fixtures.js";
import { beginGame, LOWEST_ROW_WINS, play, UPPER_ROW_WINS } from "../games.js";

test.describe("the server goes away", () => {
  test("killed in the middle of a game, it comes back and both finish the game (G1, G2, G10)", async ({
    players,
    server,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await beginGame(anna, ben);
    await play(UPPER_ROW_WINS.slice(0, 2), anna, ben);
    await anna.thread.tell("Nice move");
    await ben.thread.shows("Nice move");
    const before = await anna.thread.read();

    await server.kill();
    await anna.connection.says(/^Reconnecting/);
    await ben.connection.says(/^Reconnecting/);
    await ben.thread.say("What was that?");
    await expect(ben.thread.waiting("What was that?")).toHaveCount(1);
    await server.restart();

    await anna.connection.isLive();
    await ben.connection.isLive();
    await anna.thread.shows("What was that?");
    await play(UPPER_ROW_WINS.slice(2), anna, ben);
    await anna.table.says("You won");
    await ben.table.says("Anna won");

    for (const player of [anna, ben]) await player.thread.noteMissed();
    await expectSameThread(anna, ben);
    await expectSameBoard(anna, ben);
    expect((await anna.thread.read()).slice(0, before.length), "what was there, is there").toEqual(before);
    const { events } = await expectWholeLog(ben, code);
    expect(events.filter(({ type }) => type === "moved")).toHaveLength(UPPER_ROW_WINS.length);
    expect(events.filter(({ type }) => type === "said")).toHaveLength(2);
  });

  test("killed again and again while both talk, it keeps everything once (G3, G13)", async ({
    players,
    server,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await beginGame(anna, ben, "Connect Four");
    const words: string[] = [];
    for (const round of [1, 2, 3]) {
      const [one, other] = [`Anna ${round}`, `Ben ${round}`];
      words.push(one, other);
      // At the very moment: whether a message was kept before the end is not known to anybody.
      await Promise.all([anna.thread.say(one), ben.thread.say(other), server.kill()]);
      await server.restart();
    }
    await anna.connection.isLive();
    await ben.connection.isLive();
    for (const text of words) {
      await anna.thread.shows(text);
      await ben.thread.shows(text);
    }
    await play(LOWEST_ROW_WINS, anna, ben);
    await anna.table.says("You won");
    for (const player of [anna, ben]) await player.thread.noteMissed();
    await expectSameThread(anna, ben);
    const { events } = await expectWholeLog(anna, code);
    const said = events.flatMap((event) => (event.type === "said" ? [event.data.text] : []));
    expect(said.toSorted()).toEqual(words.toSorted());
  });

  test("stopped and started in good order, as for a new version, everybody comes back", async ({
    players,
    server,
  }) => {
    const [anna, ben] = await players("Anna", "Ben");
    const { code } = await beginGame(anna, ben);
    await anna.thread.tell("before");
    const heardByAnna = await anna.connection.listen();
    expect(await server.stop()).toBe(0);
    await server.restart();
    await anna.connection.isLive();
    await ben.connection.isLive();
    expect(await heardByAnna()).toContainEqual(expect.stringMatching(/^Reconnecting/));
    await ben.thread.tell("after");
    await anna.thread.shows("after");
    await play(UPPER_ROW_WINS, anna, ben);
    await ben.table.says("Anna won");
    for (const player of [anna, ben]) await player.thread.noteMissed();
    await expectSameThread(anna, ben);
    await expectWholeLog(anna, code);
  });
});
