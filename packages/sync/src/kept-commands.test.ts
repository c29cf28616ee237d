import { type RoomCommand, refuse } from "@rejoin/protocol";
import { describe, expect, it } from "vitest";
import { KEPT_FOR_MS, MOST_KEPT, type OutboxStore } from "./outbox-store.js";
import { Browser, settled } from "./testing/browser.js";
import { ALICE, BOB, ROOM } from "./testing/real-log.js";

function word(text: string): RoomCommand {
  return { type: "say", text };
}

describe("a command and the page that it was given on", () => {
  it("CLIENT-8 is kept before it is first asked, and forgotten when it is settled", async () => {
    const browser = new Browser();
    const page = await browser.page().start();
    const room = page.enter();
    const outcome = room.send(word("hello"));
    expect(page.asked).toEqual([]);
    expect(room.view.get().pending).toMatchObject([{ status: { kind: "waiting" }, isKept: false }]);
    await settled();
    expect(browser.outboxes.kept).toMatchObject([{ commandId: "command-1", room: ROOM }]);
    expect(page.asked).toEqual(["hello"]);
    expect(room.view.get().pending).toMatchObject([{ status: { kind: "sent" }, isKept: true }]);
    page.wire.now.last("room:command").answer({ ok: true, seq: 2 });
    expect(await outcome).toEqual({ ok: true, seq: 2 });
    await settled();
    expect(browser.outboxes.kept).toEqual([]);
  });

  it("CLIENT-8 is asked again with the same id by the next page, in order, before anything new (G3, G13)", async () => {
    const browser = new Browser();
    const first = await browser.page().start();
    const room = first.enter();
    for (const text of ["one", "two"]) void room.send(word(text));
    await settled();
    first.crash();
    const next = browser.page();
    next.client.start();
    next.wire.now.accept();
    const again = next.enter();
    void again.send(word("three"));
    await settled();
    expect(again.view.get().pending.map(({ commandId }) => commandId)).toEqual([
      "command-1",
      "command-2",
      "command-3",
    ]);
    for (const seq of [2, 3, 4]) next.wire.now.last("room:command").answer({ ok: true, seq });
    expect(next.wire.now.all("room:command").map(({ payload }) => payload.commandId)).toEqual([
      "command-1",
      "command-2",
      "command-3",
    ]);
  });

  it("CLIENT-8 is asked by a page that shows the lobby, which then leaves the room (G13)", async () => {
    const browser = new Browser();
    const first = await browser.page().start();
    void first.enter().send(word("bye"));
    await settled();
    first.client.stop();
    const lobby = await browser.page().start();
    expect(lobby.client.waiting.get()).toBe(1);
    lobby.join();
    expect(lobby.asked).toEqual(["bye"]);
    expect(lobby.wire.now.all("room:leave")).toHaveLength(0);
    lobby.wire.now.last("room:command").answer({ ok: true, seq: 2 });
    expect(lobby.client.waiting.get()).toBe(0);
    expect(lobby.wire.now.all("room:leave")).toHaveLength(1);
  });

  it("CLIENT-8 is settled by its event, but only where that is of the same person", async () => {
    const browser = new Browser();
    const page = await browser.page().start();
    const room = page.enter();
    void room.send(word("hello"));
    await settled();
    const { log } = browser;
    log.give(BOB, word("the same id, by chance"), "command-1");
    page.wire.now.say("room:events", { room: ROOM, epoch: log.epoch, events: log.after(1) });
    expect(room.view.get().pending).toHaveLength(1);
    log.give(ALICE, word("hello"), "command-1");
    page.wire.now.say("room:events", { room: ROOM, epoch: log.epoch, events: log.after(2) });
    expect(room.view.get().pending).toHaveLength(0);
  });

  it("is returned when it is refused and nobody waits for it any more, until it is taken", async () => {
    const browser = new Browser();
    const first = await browser.page().start();
    void first.enter().send(word("my words"));
    await settled();
    first.crash();
    const lobby = await browser.page().start();
    lobby.join();
    const refusal = refuse("room-closed", "It is closed.");
    lobby.wire.now.last("room:command").answer({ ok: false, refusal });
    await settled();
    const returned = { commandId: "command-1", room: ROOM, command: word("my words"), refusal };
    expect(lobby.client.returned.get()).toEqual([returned]);
    lobby.crash();
    const next = await browser.page().start();
    expect(next.client.returned.get()).toEqual([returned]);
    expect(next.wire.now.asked).toEqual([]);
    next.client.takeReturned("command-1");
    await settled();
    expect(next.client.returned.get()).toEqual([]);
    expect(browser.outboxes.kept).toEqual([]);
  });

  it("is kept as refused before its giver is told: it is never asked again, whenever the page ends", async () => {
    const browser = new Browser();
    const first = await browser.page().start();
    void first.enter().send(word("no"));
    await settled();
    first.wire.now.last("room:command").answer({ ok: false, refusal: refuse("wrong-phase", "Not now.") });
    await Promise.resolve();
    first.crash();
    const next = await browser.page().start();
    expect(next.wire.now.asked).toEqual([]);
    expect(next.client.returned.get()).toMatchObject([{ refusal: { code: "wrong-phase" } }]);
  });

  it("CLIENT-8 is not told as refused by a page that another has taken it over from before that was kept", async () => {
    const browser = new Browser();
    const { page: hidden, keepRefusal } = slowToRefuse(browser);
    await hidden.start();
    const outcomes: unknown[] = [];
    void hidden
      .enter()
      .send(word("maybe"))
      .then((outcome) => outcomes.push(outcome));
    await settled();
    hidden.wire.now.last("room:command").answer({ ok: false, refusal: refuse("wrong-phase", "Not now.") });
    hidden.client.stop();
    const heir = await browser.page().start();
    heir.join();
    expect(heir.asked).toEqual(["maybe"]);
    keepRefusal();
    await settled();
    heir.wire.now.last("room:command").answer({ ok: true, seq: 2 });
    await settled();
    expect(outcomes).toEqual([]);
    expect(hidden.client.returned.get()).toEqual([]);
    expect(browser.outboxes.kept).toEqual([]);
  });

  it("CLIENT-8 is not overtaken by the next one while it is not yet kept that it was refused", async () => {
    const browser = new Browser();
    const { page, keepRefusal } = slowToRefuse(browser);
    await page.start();
    const room = page.enter();
    const outcome = room.send(word("one"));
    void room.send(word("two"));
    await settled();
    const refusal = refuse("wrong-phase", "Not now.");
    page.wire.now.last("room:command").answer({ ok: false, refusal });
    await settled();
    expect(page.asked).toEqual(["one"]);
    page.wire.now.lose();
    browser.clock.advance(500);
    page.wire.now.accept();
    page.join();
    expect(page.asked).toEqual([]);
    keepRefusal();
    expect(await outcome).toEqual({ ok: false, refusal });
    expect(page.asked).toEqual(["two"]);
  });

  it("CLIENT-9 is not asked any more after a day, but given back", async () => {
    const browser = new Browser();
    const first = await browser.page().start();
    const room = first.enter();
    void room.send(word("yesterday"));
    await settled();
    first.crash();
    browser.clock.advance(KEPT_FOR_MS - 1_000);
    const soon = await browser.page().start();
    expect(soon.client.waiting.get()).toBe(1);
    soon.crash();
    browser.clock.advance(2_000);
    const late = await browser.page().start();
    await settled();
    expect(late.client.returned.get()).toMatchObject([
      { command: word("yesterday"), refusal: { retryable: false } },
    ]);
    expect(late.wire.now.all("room:join")).toHaveLength(0);
  });

  it("CLIENT-9 is not asked any more after a day on a page that was open all the time", async () => {
    const browser = new Browser();
    const page = await browser.page().start();
    const room = page.enter();
    page.client.stop();
    const outcome = room.send(word("yesterday"));
    await settled();
    browser.clock.advance(KEPT_FOR_MS + 1);
    page.client.start();
    await settled();
    page.wire.now.accept();
    page.join();
    expect(await outcome).toMatchObject({ ok: false, refusal: { retryable: false } });
    expect(page.asked).toEqual([]);
  });

  it("CLIENT-10 is not shown and not sent by a page while the one that gave it lives", async () => {
    const browser = new Browser();
    const one = await browser.page().start();
    void one.enter().send(word("mine"));
    await settled();
    const other = await browser.page().start();
    const room = other.enter();
    browser.clock.advance(10_000);
    await settled();
    expect(room.view.get().pending).toEqual([]);
    one.crash();
    browser.clock.advance(10_000);
    await settled();
    expect(room.view.get().pending).toMatchObject([{ commandId: "command-1" }]);
  });

  it("CLIENT-10 is not held for ever by a page that was gone before it had looked", async () => {
    const browser = new Browser();
    const first = await browser.page().start();
    void first.enter().send(word("hello"));
    await settled();
    first.crash();
    const hasty = browser.page();
    hasty.client.start();
    hasty.client.stop();
    await settled();
    const next = await browser.page().start();
    next.join();
    expect(next.asked).toEqual(["hello"]);
  });

  it("CLIENT-10 is left to the page that took it over, by the one that comes back from a cache", async () => {
    const browser = new Browser();
    const cached = await browser.page().start();
    const room = cached.enter();
    void room.send(word("taken"));
    await settled();
    cached.client.stop();
    const other = await browser.page().start();
    other.join();
    other.wire.now.last("room:command").answer({ ok: false, refusal: refuse("wrong-phase", "Not now.") });
    await settled();
    cached.client.start();
    cached.wire.now.accept();
    cached.join();
    await settled();
    expect(cached.asked).toEqual([]);
    expect(room.view.get().pending).toEqual([]);
  });

  it("CLIENT-8 waits while another page has to settle what was given before it", async () => {
    const { browser, away, room, heir } = await takenOver();
    void room.send(word("two"));
    await settled();
    expect(away.asked).toEqual([]);
    heir.join();
    expect(heir.asked).toEqual(["one"]);
    heir.wire.now.last("room:command").answer({ ok: true, seq: 2 });
    await settled();
    browser.clock.advance(1_000);
    await settled();
    expect(away.asked).toEqual(["two"]);
  });

  it("CLIENT-8 waits for it on a third page as well, and lets pass what was given there", async () => {
    const { browser, away, room, heir } = await takenOver();
    void room.send(word("two"));
    await settled();
    heir.join();
    away.crash();
    const third = await browser.page().start();
    void third.enter().send(word("its own"));
    await settled();
    expect(third.asked).toEqual(["its own"]);
    third.wire.now.last("room:command").answer({ ok: true, seq: 2 });
    expect(third.asked).toEqual(["its own"]);
    heir.wire.now.last("room:command").answer({ ok: true, seq: 3 });
    await settled();
    browser.clock.advance(1_000);
    await settled();
    expect(third.asked).toEqual(["its own", "two"]);
  });

  it("CLIENT-8 follows what was given before it when the page is gone that had taken that over", async () => {
    const { browser, away, room, heir } = await takenOver();
    void room.send(word("two"));
    await settled();
    away.crash();
    const third = await browser.page().start();
    third.join();
    await settled();
    expect(third.asked).toEqual([]);
    heir.crash();
    browser.clock.advance(1_000);
    await settled();
    expect(third.asked).toEqual(["one"]);
    third.wire.now.last("room:command").answer({ ok: true, seq: 2 });
    expect(third.asked).toEqual(["one", "two"]);
  });

  it("CLIENT-8 waits for nothing that was refused on the other page", async () => {
    const { browser, away, room, heir } = await takenOver();
    void room.send(word("two"));
    heir.join();
    heir.wire.now.last("room:command").answer({ ok: false, refusal: refuse("wrong-phase", "Not now.") });
    await settled();
    expect(heir.client.returned.get()).toMatchObject([{ command: word("one") }]);
    browser.clock.advance(1_000);
    await settled();
    expect(away.asked).toEqual(["two"]);
  });
});

/** A page whose storage takes until `keepRefusal` is called to keep that a command was refused. */
function slowToRefuse(browser: Browser) {
  const tab = browser.outboxes.tab(ALICE);
  let goOn = (): void => {};
  const untilThen = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const slow: OutboxStore = { ...tab, refuse: (...refused) => untilThen.then(() => tab.refuse(...refused)) };
  return { page: browser.page(slow), keepRefusal: goOn };
}

/** A page that comes back to its room when another has taken over, and not yet asked, what it gave before. */
async function takenOver(browser = new Browser(), away = browser.page()) {
  await away.start();
  const room = away.enter();
  void room.send(word("one"));
  await settled();
  away.client.stop();
  const heir = await browser.page().start();
  away.client.start();
  await settled();
  away.wire.now.accept();
  away.join();
  await settled();
  return { browser, away, room, heir };
}

describe("storage that does not do its part", () => {
  const broken: OutboxStore = {
    claim: () => Promise.reject(new Error("no")),
    put: () => Promise.reject(new Error("full")),
    refuse: () => Promise.reject(new Error("no")),
    remove: () => Promise.reject(new Error("no")),
    release: () => {
      throw new Error("no");
    },
  };

  it("CLIENT-11 is reported once, and commands last as long as the page", async () => {
    const page = await new Browser().page(broken).start();
    const room = page.enter();
    const outcome = room.send(word("all the same"));
    await settled();
    expect(room.view.get().pending).toMatchObject([{ isKept: false }]);
    page.wire.now.last("room:command").answer({ ok: true, seq: 2 });
    expect(await outcome).toEqual({ ok: true, seq: 2 });
    page.client.stop();
    expect(page.faults).toEqual([{ kind: "not-kept", detail: "Error: no" }]);
  });

  it("CLIENT-11 lets its giver know of a refusal all the same", async () => {
    const browser = new Browser();
    const full = { ...browser.outboxes.tab(ALICE), put: broken.put };
    const page = await browser.page(full).start();
    const outcome = page.enter().send(word("no"));
    await settled();
    const refusal = refuse("wrong-phase", "Not now.");
    page.wire.now.last("room:command").answer({ ok: false, refusal });
    expect(await outcome).toEqual({ ok: false, refusal });
  });

  it("CLIENT-11 is not waited for any longer when it hangs, until it answers", async () => {
    const browser = new Browser();
    const tab = browser.outboxes.tab(ALICE);
    let goOn = (): void => {};
    const hangs: OutboxStore = {
      ...tab,
      put: (command) =>
        new Promise((resolve) => {
          goOn = () => resolve(tab.put(command));
        }),
    };
    const page = await browser.page(hangs).start();
    const room = page.enter();
    for (const text of ["one", "two"]) void room.send(word(text));
    await settled();
    expect(page.asked).toEqual([]);
    browser.clock.advance(1_000);
    await settled();
    expect(page.asked).toEqual(["one"]);
    expect(page.faults).toMatchObject([{ kind: "not-kept" }]);
    goOn();
    await settled();
    void room.send(word("three"));
    goOn();
    await settled();
    expect(browser.outboxes.kept.map(({ commandId }) => commandId)).toContain("command-1");
  });

  it("CLIENT-11 lets nothing wait for another page when it cannot say any more what that has settled", async () => {
    const browser = new Browser();
    const tab = browser.outboxes.tab(ALICE);
    const fails: OutboxStore = { ...tab };
    const { away, room } = await takenOver(browser, browser.page(fails));
    void room.send(word("two"));
    await settled();
    expect(away.asked).toEqual([]);
    fails.claim = () => Promise.reject(new Error("no"));
    browser.clock.advance(1_000);
    await settled();
    expect(away.asked).toEqual(["two"]);
  });

  it("CLIENT-6 holds a bounded number of commands, in how many rooms whatever (G12)", async () => {
    const browser = new Browser();
    const page = browser.page();
    const outcomes: unknown[] = [];
    for (let index = 0; index <= MOST_KEPT; index++) {
      const room = page.client.openRoom(`55555555-5555-4555-8555-${String(index % 5).padStart(12, "0")}`);
      void room.send(word("again")).then((outcome) => outcomes.push(outcome));
    }
    await settled();
    expect(outcomes).toMatchObject([{ ok: false, refusal: { code: "rate-limited" } }]);
  });

  it("CLIENT-6 holds a bounded amount of commands, however few (G12)", async () => {
    const page = new Browser().page();
    const room = page.client.openRoom(ROOM);
    const outcomes: unknown[] = [];
    for (let index = 0; index < 150; index++)
      void room.send({ type: "move", move: "x".repeat(1_900) }).then((outcome) => outcomes.push(outcome));
    await settled();
    expect(outcomes.length).toBeGreaterThan(5);
    expect(room.view.get().pending.length).toBeGreaterThan(100);
  });
});
