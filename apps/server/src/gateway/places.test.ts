import { describe, expect, it } from "vitest";
import { gate } from "../testing/faulty-log.js";
import { Places } from "./places.js";

describe("places", () => {
  it("CROWD-1 are so many and no more, and are taken in the order of arrival", async () => {
    const places = new Places(2, 3);
    const gates = Array.from({ length: 5 }, gate);
    const begun: number[] = [];
    const stays = gates.map(({ opened }, number) =>
      places.during(async () => {
        begun.push(number);
        await opened;
      }),
    );
    await Promise.resolve();
    expect([begun, places.waiting, places.isFull]).toEqual([[0, 1], 3, true]);
    gates[1]?.open();
    await stays[1];
    expect([begun, places.waiting, places.isFull]).toEqual([[0, 1, 2], 2, false]);
    for (const { open } of gates) open();
    await Promise.all(stays);
    expect(begun).toEqual([0, 1, 2, 3, 4]);
  });

  it("CROWD-1 are given back by who fails", async () => {
    const places = new Places(1, 1);
    const failing = places.during(() => Promise.reject(new Error("away")));
    const next = places.during(async () => "done");
    await expect(failing).rejects.toThrow("away");
    expect(await next).toBe("done");
    expect(await places.during(async () => "again")).toBe("again");
  });
});
