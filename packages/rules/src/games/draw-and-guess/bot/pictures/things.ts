import { arc, box, dot, line, ring, shape } from "./pen.js";

export const arrow = [line("black", 10, 50, 88, 50), line("black", 64, 28, 90, 50, 64, 72)];

export const balloon = [
  ring("red", 50, 36, 22, 27),
  shape("red", 50, 63, 46, 70, 54, 70),
  line("grey", 50, 70, 46, 78, 54, 86, 49, 96),
];

export const boat = [
  shape("brown", 12, 66, 88, 66, 74, 86, 26, 86),
  line("brown", 50, 66, 50, 10),
  shape("red", 54, 14, 82, 58, 54, 58),
  shape("orange", 46, 22, 24, 58, 46, 58),
  line("blue", 4, 90, 20, 94, 36, 90, 52, 94, 68, 90, 84, 94, 96, 90),
];

export const car = [
  line("red", 8, 68, 8, 52, 26, 48, 36, 32, 66, 32, 78, 48, 92, 54, 92, 68, 8, 68),
  ring("black", 28, 70, 10),
  ring("black", 74, 70, 10),
  line("blue", 32, 48, 40, 37, 50, 37, 50, 48, 32, 48),
  line("blue", 54, 48, 54, 37, 64, 37, 72, 48, 54, 48),
];

export const eye = [
  arc("black", [50, 66], [44, 40], 200, 340),
  arc("black", [50, 38], [44, 40], 20, 160),
  ring("blue", 50, 52, 14),
  dot("black", 50, 52),
  line("black", 30, 24, 26, 14),
  line("black", 50, 20, 50, 10),
  line("black", 70, 24, 74, 14),
];

export const flag = [
  line("brown", 22, 8, 22, 94),
  line("red", 22, 12, 46, 18, 64, 10, 86, 16, 86, 50, 64, 44, 46, 52, 22, 46),
];

export const ghost = [
  arc("grey", [50, 42], [28, 32], 180, 360),
  line("grey", 22, 42, 22, 88, 32, 78, 42, 88, 50, 78, 58, 88, 68, 78, 78, 88, 78, 42),
  dot("black", 40, 40),
  dot("black", 60, 40),
  ring("black", 50, 56, 5, 7),
];

export const glasses = [
  ring("black", 28, 52, 16),
  ring("black", 72, 52, 16),
  arc("black", [50, 50], [6, 5], 180, 360),
  line("black", 12, 50, 4, 38),
  line("black", 88, 50, 96, 38),
];

export const hat = [
  line("black", 30, 66, 30, 22, 70, 22, 70, 66),
  line("red", 30, 56, 70, 56),
  ring("black", 50, 68, 38, 7),
];

export const heart = [
  line("red", 50, 88, 14, 48),
  arc("red", [32, 36], [21, 20], 140, 350),
  arc("red", [68, 36], [21, 20], 190, 400),
  line("red", 86, 48, 50, 88),
];

export const kite = [
  shape("blue", 56, 6, 84, 36, 50, 74, 28, 30),
  line("blue", 56, 6, 50, 74),
  line("blue", 28, 30, 84, 36),
  line("grey", 50, 74, 40, 80, 44, 88, 32, 96),
  shape("pink", 42, 80, 34, 78, 36, 86),
];

export const rocket = [
  line("grey", 38, 74, 36, 36, 50, 6, 64, 36, 62, 74, 38, 74),
  ring("blue", 50, 38, 7),
  shape("red", 38, 54, 24, 80, 38, 74),
  shape("red", 62, 54, 76, 80, 62, 74),
  line("orange", 42, 76, 46, 94, 50, 82, 54, 94, 58, 76),
];

export const snowman = [
  ring("black", 50, 70, 22),
  ring("black", 50, 34, 15),
  box("black", 40, 4, 60, 18),
  line("black", 32, 19, 68, 19),
  dot("black", 45, 31),
  dot("black", 55, 31),
  shape("orange", 50, 35, 62, 38, 50, 40),
  line("brown", 28, 64, 10, 50),
  line("brown", 72, 64, 90, 50),
];

export const umbrella = [
  arc("purple", [50, 50], [40, 38], 180, 360),
  arc("purple", [23, 50], [13, 6], 180, 360),
  arc("purple", [50, 50], [14, 6], 180, 360),
  arc("purple", [77, 50], [13, 6], 180, 360),
  line("brown", 50, 12, 50, 84),
  arc("brown", [43, 84], [7, 7], 0, 180),
];

/** What is drawn for want of a picture. */
export const questionMark = [
  arc("black", [50, 34], [20, 20], 180, 420),
  line("black", 60, 51, 50, 62, 50, 74),
  dot("black", 50, 88),
];
