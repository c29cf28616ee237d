import type { Step, StepOf } from "@rejoin/testkit";
import { act, callBot, chatter, createRoom, enter, isRoom, play, reload } from "./people-steps.js";
import type { VirtualServer } from "./virtual-server.js";
import type { World } from "./world.js";

/** Lets one step of the plan happen. What it needs may be missing, and then nothing happens. */
export function takeStep(world: World, step: Step): void {
  world.coverage.count(`step: ${step.do}`);
  if ("server" in step) serverStep(world, step);
  else if (step.do === "copy-database") world.database.copy();
  else if (step.do === "restore-database") restoreDatabase(world, step);
  else if (step.do === "play") play(world, step);
  else deviceStep(world, step);
}

/** When a step has no effect of its own any more, in milliseconds of the virtual time. */
export function endOf(step: Step): number {
  if ("forMs" in step) return step.at + step.forMs;
  return "backAfterMs" in step ? step.at + step.backAfterMs : step.at;
}

function deviceStep(world: World, step: Extract<Step, { device: unknown }>): void {
  const device = world.devices[step.device];
  const page = device?.page;
  if (!device || (world.plan.memory === "short" && isFailing(step) && device.unsettled > 0)) return;
  switch (step.do) {
    case "open-page":
      device.open();
      break;
    case "close-page":
      device.close();
      break;
    case "reload":
      reload(world, step);
      break;
    case "create-room":
      createRoom(world, step);
      break;
    case "enter":
      enter(world, step);
      break;
    case "let-go":
      for (const [key] of device.rooms) if (isRoom(world, step.room, key)) device.letGo(key);
      break;
    case "act":
      act(world, step);
      break;
    case "call-bot":
      callBot(world, step);
      break;
    case "chatter":
      chatter(world, step);
      break;
    case "visit-lobby": {
      const leave = page?.client.openLobby();
      if (page && leave) page.host.later(step.forMs, leave);
      break;
    }
    case "cut":
      if (page)
        for (const connection of world.network.of({ plug: page.plug })) connection.sever(step.noticed);
      break;
    case "hole":
      if (page)
        for (const connection of world.network.of({ plug: page.plug })) connection.hole(step.way, step.forMs);
      break;
    case "sleep":
      sleep(world, step);
      break;
    case "offline":
      offline(world, step);
  }
}

/** Whether by this step the device may keep its person waiting for the outcome of what they have asked. */
function isFailing({ do: what }: Step): boolean {
  return what === "sleep" || what === "offline" || what === "reload" || what === "close-page";
}

function serverStep(world: World, step: Extract<Step, { server: unknown }>): void {
  if (step.do === "lose-database") {
    const links =
      step.server === "all"
        ? [world.conditions]
        : [world.servers[step.server]?.life?.link].filter((link) => link !== undefined);
    for (const link of links) {
      link.away += 1;
      world.timeline.after(step.forMs, () => {
        link.away -= 1;
      });
    }
    return;
  }
  const server = world.servers[step.server];
  if (!server) return;
  switch (step.do) {
    case "crash":
      crash(world, server, step);
      break;
    case "drain":
      void server.drain(step.backAfterMs);
      break;
    case "pause": {
      const host = server.life?.host;
      host?.freeze();
      world.timeline.after(step.forMs, () => host?.thaw());
      break;
    }
    case "jump-clock":
      server.jumpClock(step.byMs);
  }
}

/** With a short memory nobody may wait for an outcome meanwhile, as with what befalls devices. */
function restoreDatabase(world: World, { servers, forMs }: StepOf<"restore-database">): void {
  const { database, timeline, devices, plan } = world;
  const isWaitedFor = plan.memory === "short" && devices.some(({ unsettled }) => unsettled > 0);
  if (!database.hasCopy || isWaitedFor) return;
  world.coverage.count(`database restored while servers were ${servers}`);
  if (servers === "stopped") for (const server of world.servers) server.crash();
  database.restore();
  world.servers.forEach((server, index) => {
    if (servers === "stopped") timeline.after(forMs, () => server.start());
    else timeline.after((forMs / world.servers.length) * index, () => void server.drain(0));
  });
}

function crash({ timeline }: World, server: VirtualServer, { when, backAfterMs }: StepOf<"crash">): void {
  if (when === "now") {
    server.crash();
    timeline.after(backAfterMs, () => server.start());
  } else {
    server.crashAt(when, backAfterMs);
  }
}

function sleep(world: World, { device, forMs }: StepOf<"sleep">): void {
  const page = world.devices[device]?.page;
  if (!page) return;
  page.host.freeze();
  for (const connection of world.network.of({ plug: page.plug })) {
    connection.hole("up", forMs);
    connection.hole("down", forMs);
  }
  world.timeline.after(forMs, () => {
    page.host.thaw();
    page.host.later(0, () => page.client.check());
  });
}

function offline(world: World, { device, forMs, isTold }: StepOf<"offline">): void {
  const page = world.devices[device]?.page;
  if (!page) return;
  page.plug.isOut = true;
  for (const connection of world.network.of({ plug: page.plug })) {
    connection.hole("up", forMs);
    connection.hole("down", forMs);
  }
  if (isTold) page.host.happen(() => page.online.set(false));
  world.timeline.after(forMs, () => {
    page.plug.isOut = false;
    page.host.happen(() => page.online.set(true));
  });
}
