import { Host, Timeline } from "@rejoin/testkit";
import { expect, it } from "vitest";
import { Standstill } from "./standstill.js";

/** Runs until a time, in milliseconds. */
function until(timeline: Timeline, time: number): void {
  while (timeline.step(time));
}

function process(): { timeline: Timeline; host: Host; standstill: Standstill } {
  const timeline = new Timeline();
  const host = new Host(timeline, "a server");
  const standstill = new Standstill(host.clock);
  standstill.start();
  return { timeline, host, standstill };
}

it("GATE-19 a process that runs, and one that was busy for a moment, takes what it hears", () => {
  const { timeline, host, standstill } = process();
  const heard: boolean[] = [];
  for (const at of [0, 100, 5_000, 60_000, 62_900, 63_100])
    timeline.at(at, () => host.happen(() => heard.push(standstill.isWaking)));
  timeline.at(60_500, () => host.freeze());
  timeline.at(63_000, () => host.thaw());
  until(timeline, 70_000);
  expect(heard).toEqual([false, false, false, false, false, false]);
});

it("GATE-19 one that stood still takes nothing of what it finds, and soon goes on", () => {
  const { timeline, host, standstill } = process();
  const heard: [string, boolean][] = [];
  const hear = (at: number, what: string): void =>
    void timeline.at(at, () => host.happen(() => heard.push([what, standstill.isWaking])));
  timeline.at(10_000, () => host.freeze());
  hear(10_001, "said at once");
  hear(20_000, "said in the middle");
  hear(36_000, "said when it ran again");
  hear(38_000, "said later");
  timeline.at(36_000, () => host.thaw());
  until(timeline, 40_000);
  expect(heard).toEqual([
    ["said at once", true],
    ["said in the middle", true],
    ["said when it ran again", true],
    ["said later", false],
  ]);
});
