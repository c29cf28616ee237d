import { arc, box, dot, line, ring, shape } from "./pen.js";

export const house = [
  box("brown", 22, 48, 78, 88),
  shape("red", 14, 50, 50, 18, 86, 50),
  box("blue", 30, 58, 44, 72),
  box("black", 54, 62, 68, 88),
  line("red", 66, 32, 66, 20, 74, 20, 74, 39),
];

export const door = [
  box("brown", 28, 10, 72, 92),
  box("brown", 36, 18, 64, 44),
  box("brown", 36, 52, 64, 84),
  dot("yellow", 67, 54),
];

export const window = [
  box("brown", 18, 16, 82, 84),
  line("brown", 50, 16, 50, 84),
  line("brown", 18, 50, 82, 50),
  line("grey", 10, 88, 90, 88),
  line("blue", 26, 40, 40, 24),
];

export const bed = [
  line("brown", 10, 30, 10, 84),
  line("brown", 90, 52, 90, 84),
  box("blue", 10, 56, 90, 74),
  ring("grey", 26, 49, 12, 6),
  line("blue", 40, 56, 44, 48, 84, 48, 90, 56),
];

export const table = [
  shape("brown", 20, 38, 80, 38, 94, 52, 6, 52),
  line("brown", 12, 52, 12, 88),
  line("brown", 88, 52, 88, 88),
  line("brown", 28, 52, 28, 74),
  line("brown", 72, 52, 72, 74),
];

export const chair = [
  line("brown", 32, 12, 32, 90),
  line("brown", 32, 54, 66, 54, 66, 90),
  line("brown", 32, 14, 40, 10, 40, 50, 72, 50, 66, 54),
  line("brown", 40, 54, 40, 80),
  line("brown", 72, 50, 72, 80),
];

export const lamp = [
  shape("yellow", 36, 14, 64, 14, 76, 46, 24, 46),
  line("grey", 50, 46, 50, 84),
  arc("grey", [50, 88], [18, 6], 180, 360),
  line("grey", 32, 88, 68, 88),
];

export const candle = [
  box("red", 42, 40, 58, 84),
  line("black", 50, 40, 50, 33),
  shape("orange", 50, 10, 56, 24, 50, 33, 44, 24),
  ring("grey", 50, 86, 22, 5),
];

export const clock = [
  ring("black", 50, 50, 38),
  line("red", 50, 50, 50, 24),
  line("red", 50, 50, 68, 58),
  line("black", 50, 12, 50, 18),
  line("black", 88, 50, 82, 50),
  line("black", 50, 88, 50, 82),
  line("black", 12, 50, 18, 50),
];

export const book = [
  shape("blue", 50, 26, 12, 18, 12, 76, 50, 84),
  shape("blue", 50, 26, 88, 18, 88, 76, 50, 84),
  line("grey", 20, 34, 42, 39),
  line("grey", 20, 48, 42, 53),
  line("grey", 58, 39, 80, 34),
  line("grey", 58, 53, 80, 48),
];

export const envelope = [
  box("black", 12, 28, 88, 76),
  line("black", 12, 28, 50, 56, 88, 28),
  line("grey", 12, 76, 38, 48),
  line("grey", 88, 76, 62, 48),
];

export const key = [
  ring("yellow", 26, 50, 16),
  ring("yellow", 26, 50, 7),
  line("yellow", 42, 50, 90, 50, 90, 64),
  line("yellow", 78, 50, 78, 62),
];

export const ladder = [
  line("brown", 36, 8, 30, 92),
  line("brown", 64, 8, 70, 92),
  line("brown", 35, 22, 65, 22),
  line("brown", 34, 38, 66, 38),
  line("brown", 33, 54, 67, 54),
  line("brown", 32, 70, 68, 70),
  line("brown", 31, 84, 69, 84),
];
