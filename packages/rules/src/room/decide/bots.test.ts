import { describe, expect, it } from "vitest";
import type { AnyGame } from "../../game.js";
import { addGame, findGame, gameOf } from "../../games/known-games.js";
import { given } from "../../testing/given.js";
import {
  began,
  botSat,
  dropped,
  finished,
  gone,
  type Happening,
  opened,
  playing,
  readied,
  sat,
  seated,
  TIMING,
} from "../../testing/history.js";
import { alice, BOT, bob, carol, theRoom } from "../../testing/people.js";
import { owners, summarize, toMove } from "../summary.js";

const call = { type: "seat-bot", strength: "hard" } as const;
const fill = { type: "fill-seat" } as const;
const alone = [opened(alice), sat(alice, 0)];
const quick = { botAfterMs: 6_000 };
const quickTable = (game = "tic-tac-toe", seats = 2) => [
  opened(alice, { game, seats, quick }),
  sat(alice, 0),
];
/** Alice against a bot, which moves first. */
const againstBot: Happening[] = [...alone, botSat(1, alice), readied(alice), began(1)];

describe("a bot", () => {
  it("BOT-1 is called by the host, with an id, a name and a face of its own", () => {
    given(alone)
      .when(alice, call)
      .then("bot-seated", {
        seat: 1,
        strength: "hard",
        player: "00000000-0000-4000-8000-000000000001",
        bot: { name: "Abacus", avatar: "bot-00000000" },
      })
      .leaves({ seats: [{ player: alice.id }, { bot: "hard", ready: true, presence: { kind: "here" } }] });
  });

  it("shares no name and no id with another one", () => {
    const table = [opened(alice, { game: "rock-paper-scissors", seats: 8 })];
    const three = given(table).when(alice, call).accepted().when(alice, call).accepted().when(alice, call);
    const { seats } = three.accepted().state;
    expect(new Set(seats.flatMap((seat) => seat?.name ?? [])).size).toBe(3);
    expect(new Set(seats.flatMap((seat) => seat?.player ?? [])).size).toBe(3);
  });

  it("BOT-1 is called by whoever sits there while the host does not, and by nobody else", () => {
    given(opened(alice), sat(bob, 0)).when(bob, call).accepted();
    given(opened(alice), sat(bob, 0)).when(carol, call).refused("not-host");
    given(alone).when(bob, call).refused("not-host");
    const three = [opened(alice, { game: "rock-paper-scissors", seats: 8 }), sat(alice, 0), sat(bob, 1)];
    given(three).when(bob, call).refused("not-host");
    given(three, dropped(alice, 0)).when(bob, call).accepted();
  });

  it("sits where nobody does, before and after a game", () => {
    given(alone)
      .when(alice, { ...call, seat: 0 })
      .refused("seat-taken");
    given(alone)
      .when(alice, { ...call, seat: 5 })
      .refused("no-such-seat");
    given(seated()).when(alice, call).refused("table-full");
    given(playing(), { actor: bob.id, type: "seat-left", data: { seat: 1, by: bob.person } })
      .when(alice, call)
      .accepted()
      .leaves({ phase: { kind: "gathering" } });
    const three = [opened(alice, { game: "rock-paper-scissors", seats: 3 }), sat(alice, 0), sat(bob, 1)];
    const begun = { setup: { seats: [0, 1], rounds: 3, roundMs: 5_000, at: 0 } };
    given(three, { actor: "room", type: "game-started", data: begun })
      .when(alice, call)
      .refused("wrong-phase");
  });

  it("comes to no game that only people play", () => {
    const { bot, ...onlyPeople } = gameOf("tic-tac-toe");
    expect(bot).toBeDefined();
    addGame({ ...onlyPeople, id: "only-people" } as AnyGame);
    expect(findGame("only-people")).toBeDefined();
    given(opened(alice, { game: "only-people" }))
      .when(alice, call)
      .refused("no-bots");
  });

  it("BOT-2 is always ready: the game begins when the people are", () => {
    given(alone, readied(alice))
      .when(alice, call)
      .accepted()
      .leaves({ phase: { kind: "countdown" } });
    given(alone, botSat(1, alice))
      .when(alice, { type: "ready", ready: true })
      .accepted()
      .leaves({ phase: { kind: "countdown" } });
    given(againstBot, { actor: alice.id, type: "resigned", data: { seat: 0, by: alice.person } })
      .when(alice, { type: "rematch" })
      .accepted()
      .leaves({ phase: { kind: "countdown" } });
  });

  it("BOT-2 does not play with bots only", () => {
    given(opened(alice), botSat(0, alice))
      .when(alice, { ...call, seat: 1 })
      .accepted()
      .leaves({ phase: { kind: "gathering" } })
      .when(alice, { type: "start" })
      .refused("not-ready");
  });

  it("BOT-3 never hosts, and is neither absent nor anybody's", () => {
    const table = [opened(alice, { game: "rock-paper-scissors", seats: 4 }), sat(alice, 0), botSat(1, alice)];
    given(table).when(alice, { type: "hand-over", player: BOT.id }).refused("no-such-player");
    given(table).when(theRoom, { type: "drop", player: BOT.id }).refused("not-seated");
    given(table)
      .when(alice, { type: "leave-seat" })
      .accepted()
      .leaves({ host: { id: alice.id } })
      .isDue({ type: "close-abandoned" }, TIMING.closeEmptyMs);
    given(table, sat(bob, 2))
      .when(alice, { type: "leave-seat" })
      .accepted()
      .leaves({ host: { id: bob.id } });
    const { state } = given(againstBot);
    expect([owners(state), toMove(state)]).toEqual([[alice.id], []]);
    expect(summarize("r", 6, state).seats.map((seat) => seat?.bot)).toEqual([undefined, true]);
  });

  it("BOT-1 is sent away by whoever may call one", () => {
    const kick = { type: "kick", player: BOT.id } as const;
    given(alone, botSat(1, alice))
      .when(alice, kick)
      .then("kicked", { player: BOT.id, seat: 1 })
      .leaves({ seats: [{ player: alice.id }, null] });
    given(opened(alice), sat(bob, 0), botSat(1, bob)).when(bob, kick).accepted();
    given(alone, botSat(1, alice)).when(bob, kick).refused("not-host");
  });
});

describe("what a bot does in a game", () => {
  const move = { type: "move-by-itself" } as const;

  it("BOT-4 comes by itself after a while, and is recorded as its move", () => {
    const room = given(againstBot);
    const first = room.state.boardAt ?? 0;
    room.when(theRoom, move, 699).refused("wrong-phase");
    const played = room.when(theRoom, move, 1_600).accepted();
    const event = played.log.at(-1);
    expect(event).toMatchObject({ actor: "room", type: "moved", data: { seat: 1, by: BOT.person } });
    expect(played.state.boardAt).toBeGreaterThan(first);
    played.when(theRoom, move, 5_000).refused("wrong-phase");
  });

  it("BOT-4 is not put off by what is said meanwhile", () => {
    const said: Happening = { actor: alice.id, type: "said", data: { text: "Well?", by: alice.person } };
    const room = given(againstBot, said, said);
    expect(room.state.boardAt).toBe(given(againstBot).state.lastAt);
    room.when(theRoom, move, 0).accepted();
  });

  it("BOT-4 comes after what the game does by itself, when that is due too", () => {
    const table = [opened(alice, { game: "rock-paper-scissors", seats: 2 }), sat(alice, 0), botSat(1, alice)];
    const setup = { seats: [0, 1], rounds: 3, roundMs: 5_000, at: given(table).state.lastAt };
    const game: Happening = { actor: "room", type: "game-started", data: { setup } };
    const late = given(table, game).when(theRoom, move, 60_000).accepted();
    expect(late.log.at(-1)).toMatchObject({ type: "moved", data: { seat: null } });
  });

  it("BOT-5 is to resign where the rules refuse what it wants, so that it is not asked for ever", () => {
    const game = gameOf("tic-tac-toe");
    const stubborn = { at: () => 0, move: () => ({ cell: 0 }) };
    addGame({ ...game, id: "stubborn", bot: stubborn } as AnyGame);
    const taken: Happening = { actor: alice.id, type: "moved", data: { seat: 0, move: { cell: 0 } } };
    given(opened(alice, { game: "stubborn" }), sat(alice, 0), botSat(1, alice), began(0), taken)
      .when(theRoom, move)
      .accepted()
      .leaves({ phase: { kind: "finished", outcome: { kind: "won", seats: [0] } } });
  });

  it("BOT-6 waits for a person who is gone, as every game does", () => {
    given(againstBot, dropped(alice, 0), gone(alice, 0)).leaves({
      phase: { kind: "playing" },
      seats: [{ presence: { kind: "gone" } }, {}],
    });
  });
});

describe("a table that quick play opened", () => {
  it("QUICK-2 lets a bot sit down some time after somebody did, first one that is easily beaten", () => {
    given(quickTable())
      .isDue(fill, quick.botAfterMs)
      .when(theRoom, fill, quick.botAfterMs - 1)
      .refused("wrong-phase");
    given(quickTable())
      .when(theRoom, fill, quick.botAfterMs)
      .accepted()
      .leaves({ seats: [{}, { bot: "easy" }], phase: { kind: "countdown" } });
  });

  it("QUICK-2 calls no bot where nobody is here, nobody sits, or enough do", () => {
    given(opened(alice, { quick })).isDue({ type: "close-abandoned" });
    given(quickTable(), dropped(alice, 0)).isDue({ type: "give-up", player: alice.id });
    given(opened(alice, { game: "rock-paper-scissors", seats: 8, quick }), sat(alice, 0), sat(bob, 1)).isDue({
      type: "begin",
    });
    given(alone).isDue({ type: "close-abandoned" });
  });

  it("QUICK-1 takes sitting down for being ready, and does not wait for empty seats", () => {
    given(quickTable("rock-paper-scissors", 8))
      .leaves({ phase: { kind: "gathering" }, seats: [{ ready: true }, ...Array(7).fill(null)] })
      .when(bob, { type: "take-seat" })
      .accepted()
      .leaves({ phase: { kind: "countdown" } });
  });

  it("QUICK-1 begins again when everybody who sits has asked, and fills up again when one has left", () => {
    const over = [opened(alice, { quick }), ...finished().slice(1)];
    given(over)
      .when(alice, { type: "rematch" })
      .accepted()
      .leaves({ phase: { kind: "gathering" } })
      .when(bob, { type: "leave-seat" })
      .accepted()
      .isDue(fill, quick.botAfterMs);
  });
});
