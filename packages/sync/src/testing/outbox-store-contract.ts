import type { Refusal } from "@rejoin/protocol";
import type { KeptCommand, OutboxStore } from "../outbox-store.js";

/** Opens a tab of one player in a browser that is the same for all tabs of a rule. */
export type OpenTab = (player: "alice" | "bob") => OutboxStore;

/** What every outbox store keeps to. It needs no test runner, so that it can be looked at inside of a browser. */
export const outboxStoreContract: Readonly<Record<string, (open: OpenTab) => Promise<void>>> = {
  async "gives back what was put, whole, by its place"(open) {
    const tab = open("alice");
    await expectClaims(tab, []);
    for (const put of [command("c", 3), command("a", 1), command("b", 2)]) await tab.put(put);
    await expectClaims(tab, [command("a", 1), command("b", 2), command("c", 3)]);
  },

  async "keeps that a command was refused, for whoever takes it over"(open) {
    const [tab, heir] = [open("alice"), open("alice")];
    await tab.claim();
    await tab.put(command("a", 1));
    expectSame(await tab.refuse("a", REFUSAL), true);
    await expectClaims(tab, [{ ...command("a", 1), refusal: REFUSAL }]);
    tab.release();
    await eventuallyClaims(heir, [{ ...command("a", 1), refusal: REFUSAL }]);
  },

  async "lets no tab refuse what another has taken over, or has settled since"(open) {
    const [away, heir] = [open("alice"), open("alice")];
    await Promise.all([away.claim(), heir.claim()]);
    await away.put(command("a", 1));
    away.release();
    await eventuallyClaims(heir, [command("a", 1)]);
    expectSame(await away.refuse("a", REFUSAL), false);
    await expectClaims(heir, [command("a", 1)]);
    await heir.remove("a");
    expectSame(await away.refuse("a", REFUSAL), false);
    await expectClaims(heir, []);
  },

  async "lets a refusal come before or after another tab takes over, and not in between"(open) {
    const [away, heir] = [open("alice"), open("alice")];
    for (let place = 1; place <= 20; place++) {
      await away.claim();
      await away.put(command("a", place));
      away.release();
      const claims = Promise.all(Array.from({ length: 5 }, () => heir.claim()));
      const [isKept] = await Promise.all([away.refuse("a", REFUSAL), claims]);
      await eventuallyClaims(heir, [{ ...command("a", place), ...(isKept && { refusal: REFUSAL }) }]);
      await heir.remove("a");
    }
  },

  async "replaces what is put again, and forgets what is removed"(open) {
    const tab = open("alice");
    await tab.claim();
    await tab.put(command("a", 1));
    await tab.put(command("b", 2));
    await tab.put(command("a", 5));
    await tab.remove("b");
    await tab.remove("never-there");
    await expectClaims(tab, [command("a", 5)]);
  },

  async "leaves to a living tab what is its own"(open) {
    const [one, other] = [open("alice"), open("alice")];
    await Promise.all([one.claim(), other.claim()]);
    await one.put(command("a", 1));
    await other.put(command("b", 2));
    await expectClaims(one, [command("a", 1)]);
    await expectClaims(other, [command("b", 2)]);
  },

  async "gives what a tab has left that is gone to one that lives, with its own, by place"(open) {
    const [gone, heir] = [open("alice"), open("alice")];
    await Promise.all([gone.claim(), heir.claim()]);
    await gone.put(command("a", 1));
    await heir.put(command("b", 2));
    await gone.put(command("c", 3));
    gone.release();
    await eventuallyClaims(heir, [command("a", 1), command("b", 2), command("c", 3)]);
  },

  async "gives it to one of many that claim at once"(open) {
    const gone = open("alice");
    await gone.claim();
    await gone.put(command("a", 1));
    gone.release();
    await eventuallyClaims(gone, [command("a", 1)]);
    gone.release();
    const heirs = Array.from({ length: 5 }, () => open("alice"));
    const shares: KeptCommand[][] = [];
    while (shares.flat().length === 0) shares.push(...(await Promise.all(heirs.map(shareOf))));
    expectSame(shares.flat().length, 1);
  },

  async "gives back to a tab that comes again what nobody took meanwhile, and no more"(open) {
    const [away, other] = [open("alice"), open("alice")];
    await Promise.all([away.claim(), other.claim()]);
    await away.put(command("a", 1));
    away.release();
    await expectClaims(away, [command("a", 1)]);
    away.release();
    await eventuallyClaims(other, [command("a", 1)]);
    await expectClaims(away, []);
  },

  async "tells what living tabs hold of the same player's"(open) {
    const [away, heir, bob] = [open("alice"), open("alice"), open("bob")];
    await Promise.all([away.claim(), heir.claim(), bob.claim()]);
    await away.put(command("a", 1));
    await bob.put(command("b", 2));
    expectSame(await heir.claim(), { share: [], elsewhere: [command("a", 1)] });
    away.release();
    await eventuallyClaims(heir, [command("a", 1)]);
    expectSame(await away.claim(), { share: [], elsewhere: [command("a", 1)] });
    await heir.remove("a");
    expectSame(await away.claim(), { share: [], elsewhere: [] });
  },

  async "keeps apart what different people gave"(open) {
    const alice = open("alice");
    await alice.claim();
    await alice.put(command("a", 1));
    alice.release();
    await expectClaims(open("bob"), []);
    await eventuallyClaims(open("alice"), [command("a", 1)]);
  },
};

const NOW = Date.now();
const REFUSAL: Refusal = { code: "room-closed", message: "It is closed.", retryable: false };

function command(commandId: string, place: number): KeptCommand {
  const said = { type: "say", text: commandId } as const;
  return { commandId, room: "TABKE2", command: said, page: "page", givenAt: NOW, place };
}

async function shareOf(tab: OutboxStore): Promise<KeptCommand[]> {
  return (await tab.claim()).share;
}

async function expectClaims(tab: OutboxStore, wanted: readonly KeptCommand[]): Promise<void> {
  expectSame(await shareOf(tab), wanted);
}

/** A browser may take a moment to see that a tab is gone. */
async function eventuallyClaims(tab: OutboxStore, wanted: readonly KeptCommand[]): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if ((await shareOf(tab)).length === wanted.length) break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await expectClaims(tab, wanted);
}

function expectSame(found: unknown, wanted: unknown): void {
  const [is, should] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (is !== should) throw new Error(`expected ${should}, and found ${is}`);
}
