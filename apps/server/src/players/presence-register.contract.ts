import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type LeaseState, type PresenceRegister, TAKEN_OVER_AT_ONCE } from "./presence-register.js";

/** A register to test, whose leases run for `leaseMs`. */
export interface RegisterUnderTest extends AsyncDisposable {
  register: PresenceRegister;
  leaseMs: number;
  /** Lets so much time pass by the register's own clock. */
  pass(ms: number): Promise<void>;
}

/** One server's side of the register, which counts its beats. */
class Beating {
  readonly id = randomUUID();
  readonly #register: PresenceRegister;
  #number = 0;

  constructor(register: PresenceRegister) {
    this.#register = register;
  }

  beat(here: readonly string[] = [], gone: readonly string[] = []): Promise<LeaseState> {
    this.#number += 1;
    return this.#register.beat(this.id, { number: this.#number, here, gone });
  }
}

/** What every register must do: run by each implementation of `PresenceRegister`. */
export function describePresenceRegister(name: string, start: () => Promise<RegisterUnderTest>): void {
  describe(name, () => {
    let underTest: RegisterUnderTest;
    let register: PresenceRegister;
    beforeEach(async () => {
      underTest = await start();
      register = underTest.register;
    });
    afterEach(() => underTest[Symbol.asyncDispose]());

    async function server(): Promise<Beating> {
      const entered = new Beating(register);
      await register.enter(entered.id);
      return entered;
    }
    const lapse = () => underTest.pass(underTest.leaseMs + 50);
    const isPresent = async (player: string) => (await register.present([player, randomUUID()])).has(player);

    it("SEAT-1 a player is present from being noted as here to being noted as gone", async () => {
      const one = await server();
      const [ada, bob] = [randomUUID(), randomUUID()];
      expect(await isPresent(ada)).toBe(false);
      expect(await one.beat([ada, bob])).toBe("steady");
      expect(await register.present([ada, bob, randomUUID()])).toEqual(new Set([ada, bob]));
      await one.beat([], [ada]);
      expect(await register.present([ada, bob])).toEqual(new Set([bob]));
      expect(await register.present([])).toEqual(new Set());
    });

    it("SEAT-1 a player is present while any server has them", async () => {
      const [one, other] = [await server(), await server()];
      const ada = randomUUID();
      await one.beat([ada]);
      await other.beat([ada]);
      await one.beat([], [ada]);
      expect(await isPresent(ada)).toBe(true);
      await other.beat([], [ada]);
      expect(await isPresent(ada)).toBe(false);
    });

    it("SEAT-4 a beat that arrives after a later one changes nothing", async () => {
      const one = await server();
      const ada = randomUUID();
      await register.beat(one.id, { number: 2, here: [ada], gone: [] });
      expect(await register.beat(one.id, { number: 1, here: [], gone: [ada] })).toBe("lost");
      expect(await isPresent(ada)).toBe(true);
    });

    it("SEAT-10 who is settled is forgotten only while they are gone", async () => {
      const one = await server();
      const [ada, bob] = [randomUUID(), randomUUID()];
      await one.beat([ada], [bob]);
      await register.settled(one.id, [ada, bob]);
      expect(await isPresent(ada)).toBe(true);
      await lapse();
      const next = await server();
      expect(await register.takeOver(next.id)).toEqual([ada]);
    });

    it("SEAT-11 a lapsed lease is taken over with everybody who was there, and who had gone unsettled", async () => {
      const dead = await server();
      const [ada, bob] = [randomUUID(), randomUUID()];
      await dead.beat([ada], [bob]);
      await lapse();
      expect(await isPresent(ada)).toBe(true);
      const next = await server();
      expect((await register.takeOver(next.id)).toSorted()).toEqual([ada, bob].toSorted());
      expect([await isPresent(ada), await isPresent(bob)]).toEqual([false, false]);
      expect(await register.takeOver(next.id)).toEqual([]);
    });

    it("SEAT-11 what was taken over from a dead server is found again when that server dies too", async () => {
      const first = await server();
      const ada = randomUUID();
      await first.beat([ada]);
      await lapse();
      const second = await server();
      expect(await register.takeOver(second.id)).toEqual([ada]);
      await lapse();
      const third = await server();
      expect(await register.takeOver(third.id)).toEqual([ada]);
      await register.settled(third.id, [ada]);
      await lapse();
      expect(await register.takeOver((await server()).id)).toEqual([]);
    });

    it("SEAT-11 whoever is at the server that takes over stays present", async () => {
      const dead = await server();
      const ada = randomUUID();
      await dead.beat([ada]);
      await lapse();
      const next = await server();
      await next.beat([ada]);
      expect(await register.takeOver(next.id)).toEqual([ada]);
      expect(await isPresent(ada)).toBe(true);
    });

    it("SEAT-11 of many servers that try, one takes over", async () => {
      const dead = await server();
      const players = Array.from({ length: 20 }, () => randomUUID());
      await dead.beat(players);
      await lapse();
      const all = await Promise.all(Array.from({ length: 6 }, server));
      const taken = await Promise.all(all.map(({ id }) => register.takeOver(id)));
      expect(taken.flat().toSorted()).toEqual(players.toSorted());
    });

    it("SEAT-11 many dead servers are taken over in turn, those that lapsed first before the others", async () => {
      const first = await server();
      const [ada, bob] = [randomUUID(), randomUUID()];
      await first.beat([ada]);
      await underTest.pass(20);
      const others = await Promise.all(Array.from({ length: TAKEN_OVER_AT_ONCE }, server));
      for (const other of others) await other.beat([bob]);
      await lapse();
      const next = await server();
      expect((await register.takeOver(next.id)).toSorted()).toEqual([ada, bob].toSorted());
      expect(await register.takeOver(next.id)).toEqual([bob]);
      expect(await register.takeOver(next.id)).toEqual([]);
    });

    it("SEAT-11 a server that beats is not taken over, nor is one that beats late before anybody tried", async () => {
      const [one, next] = [await server(), await server()];
      const ada = randomUUID();
      await one.beat([ada]);
      await underTest.pass(underTest.leaseMs * 0.6);
      expect(await one.beat()).toBe("late");
      await lapse();
      expect(await one.beat()).toBe("late");
      expect(await one.beat()).toBe("steady");
      expect(await register.takeOver(next.id)).toEqual([]);
      expect(await isPresent(ada)).toBe(true);
    });

    it("SEAT-12 a server that was taken over notes nothing more, and enters anew under another id", async () => {
      const [paused, next] = [await server(), await server()];
      const ada = randomUUID();
      await paused.beat([ada]);
      await lapse();
      await next.beat();
      expect(await register.takeOver(next.id)).toEqual([ada]);
      expect(await paused.beat([ada])).toBe("lost");
      expect(await isPresent(ada)).toBe(false);
      const anew = await server();
      expect(await anew.beat([ada])).toBe("steady");
      expect(await isPresent(ada)).toBe(true);
    });

    it("SEAT-12 a server without a lease notes nothing, and takes nothing over", async () => {
      const dead = await server();
      const ada = randomUUID();
      await dead.beat([ada]);
      await lapse();
      const stranger = new Beating(register);
      expect(await stranger.beat([randomUUID()])).toBe("lost");
      expect(await register.takeOver(stranger.id)).toEqual([]);
      expect(await register.takeOver((await server()).id)).toEqual([ada]);
    });

    it("entering twice changes nothing", async () => {
      const one = await server();
      const ada = randomUUID();
      await one.beat([ada]);
      await register.enter(one.id);
      expect(await isPresent(ada)).toBe(true);
    });
  });
}
