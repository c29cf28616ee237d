import { arc, box, dot, line, ring, shape } from "./pen.js";

export const apple = [
  ring("red", 50, 58, 26, 25),
  arc("red", [50, 33], [8, 5], 0, 180),
  line("brown", 50, 37, 51, 26, 55, 18),
  arc("green", [64, 22], [9, 5], 0, 360),
];

export const banana = [
  arc("yellow", [40, 25], [48, 52], 5, 110),
  arc("yellow", [42, 20], [34, 38], 15, 115),
  line("yellow", 24, 74, 27, 55),
  line("brown", 87, 30, 91, 20, 78, 18, 75, 30),
];

export const cake = [
  box("brown", 20, 50, 80, 80),
  line("pink", 20, 58, 30, 63, 40, 58, 50, 63, 60, 58, 70, 63, 80, 58),
  box("blue", 47, 32, 53, 50),
  shape("orange", 50, 18, 54, 26, 50, 31, 46, 26),
  line("grey", 12, 82, 88, 82),
];

export const cherry = [
  ring("red", 34, 70, 14),
  ring("red", 66, 74, 14),
  line("green", 36, 56, 44, 36, 56, 18),
  line("green", 64, 60, 60, 38, 56, 18),
  arc("green", [68, 18], [12, 6], 0, 360),
];

export const iceCream = [
  arc("pink", [50, 38], [22, 22], 180, 360),
  line("pink", 28, 38, 34, 43, 42, 39, 50, 44, 58, 39, 66, 43, 72, 38),
  shape("orange", 30, 42, 70, 42, 50, 92),
  line("orange", 38, 44, 57, 76),
  line("orange", 62, 44, 43, 76),
  ring("red", 50, 12, 4),
];

export const mushroom = [
  arc("red", [50, 50], [36, 32], 180, 360),
  line("red", 14, 50, 86, 50),
  line("brown", 42, 50, 40, 84, 60, 84, 58, 50),
  ring("grey", 36, 38, 6),
  ring("grey", 58, 30, 6),
  ring("grey", 70, 42, 5),
];

export const pizza = [
  shape("orange", 14, 22, 86, 22, 50, 90),
  arc("brown", [50, 24], [38, 12], 180, 360),
  ring("red", 40, 38, 6),
  ring("red", 60, 40, 6),
  ring("red", 50, 62, 6),
  dot("green", 50, 30),
  dot("green", 46, 50),
];

export const bottle = [
  line("green", 44, 12, 44, 34, 34, 46, 34, 90, 66, 90, 66, 46, 56, 34, 56, 12),
  box("brown", 43, 6, 57, 12),
  box("grey", 34, 56, 66, 76),
];

export const cup = [
  line("blue", 24, 36, 30, 82, 62, 82, 68, 36),
  ring("blue", 46, 36, 22, 6),
  arc("blue", [68, 54], [16, 13], -100, 110),
  line("grey", 40, 26, 44, 18, 40, 10),
  line("grey", 52, 26, 56, 18, 52, 10),
];
