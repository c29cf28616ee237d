import {
  type Device,
  type RecordedRoom,
  SeededRandom,
  type StepOf,
  whatIsNext,
  whatToDo,
} from "@rejoin/testkit";
import type { World } from "./world.js";

/** The person finds the same rooms open again on the page, as its address and its tabs say. */
export function reload(world: World, { device: number }: StepOf<"reload">): void {
  const device = world.devices[number];
  if (!device?.page) return;
  const keys = device.rooms.map(([key]) => key);
  device.close();
  device.open();
  for (const key of keys) device.enter(key);
}

export function createRoom(world: World, { device: number, room }: StepOf<"create-room">): void {
  const planned = world.plan.rooms[room];
  const device = world.devices[number];
  if (!planned || !device || world.rooms.has(room)) return;
  device.create({ title: `Table ${room}`, ...planned }, (opened) => {
    if (world.rooms.has(room)) return;
    world.rooms.set(room, opened);
    device.enter(opened.code);
  });
}

export function enter(world: World, { device: number, room, by }: StepOf<"enter">): void {
  const known = world.rooms.get(room);
  const device = world.devices[number];
  if (!known || !device) return;
  // Opened by id and by code a page would hold it twice, and a history tells one copy of each page.
  const before = device.page?.rooms.find(({ key }) => isRoom(world, room, key));
  device.enter(before?.key ?? known[by]);
}

export function act(world: World, { device: number, room, dice }: StepOf<"act">): void {
  const device = world.devices[number];
  const handle = device && heldRoom(world, device, room);
  if (!handle) return;
  const { state } = handle.view.get();
  device.give(handle, whatToDo(state, device.player, world.people, new SeededRandom(`act ${dice}`)));
  handle.seen();
}

export function play(world: World, { room, dice }: StepOf<"play">): void {
  const random = new SeededRandom(`play ${dice}`);
  for (const device of world.devices) {
    const handle = heldRoom(world, device, room);
    const { state, pending } = handle?.view.get() ?? {};
    const next = state && pending?.length === 0 ? whatIsNext(state, device.player, random) : null;
    if (!handle || !next) continue;
    device.give(handle, next);
    return;
  }
}

/** The room as this device's person has it before them, where they can do something there. */
function heldRoom(world: World, device: Device, room: number): RecordedRoom | undefined {
  const { page } = device;
  if (!page || page.host.isFrozen || (world.plan.memory === "short" && page.plug.isOut)) return undefined;
  return device.rooms.find(([key]) => isRoom(world, room, key))?.[1];
}

export function chatter(world: World, { device: number, room, times }: StepOf<"chatter">): void {
  const device = world.devices[number];
  const handle = device && heldRoom(world, device, room);
  if (!handle) return;
  for (let time = 0; time < times; time++) device.give(handle, { type: "say", text: `${time}` });
}

export function callBot(world: World, { device: number, room, strength }: StepOf<"call-bot">): void {
  const device = world.devices[number];
  const handle = device && heldRoom(world, device, room);
  if (handle) device.give(handle, { type: "seat-bot", strength });
}

export function isRoom(world: World, number: number, key: string): boolean {
  const room = world.rooms.get(number);
  return room !== undefined && (room.id === key || room.code === key);
}
