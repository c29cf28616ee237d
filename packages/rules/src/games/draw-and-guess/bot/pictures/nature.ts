import { arc, dot, line, ring, shape } from "./pen.js";

export const sun = [
  ring("yellow", 50, 50, 20),
  line("orange", 50, 24, 50, 8),
  line("orange", 50, 76, 50, 92),
  line("orange", 24, 50, 8, 50),
  line("orange", 76, 50, 92, 50),
  line("orange", 31, 31, 20, 20),
  line("orange", 69, 31, 80, 20),
  line("orange", 31, 69, 20, 80),
  line("orange", 69, 69, 80, 80),
];

export const moon = [
  arc("yellow", [50, 50], [36, 36], 50, 310),
  arc("yellow", [66, 50], [28, 28], 95, 265),
  line("yellow", 73, 78, 64, 78),
  line("yellow", 73, 22, 64, 22),
];

export const star = [
  shape("yellow", 50, 8, 61, 38, 93, 38, 67, 58, 77, 90, 50, 71, 23, 90, 33, 58, 7, 38, 39, 38),
];

export const cloud = [
  arc("blue", [30, 55], [16, 14], 90, 270),
  arc("blue", [46, 40], [20, 18], 170, 330),
  arc("blue", [70, 52], [18, 17], -90, 90),
  line("blue", 30, 69, 70, 69),
];

export const rainbow = [
  arc("red", [50, 78], [44, 50], 180, 360),
  arc("orange", [50, 78], [38, 43], 180, 360),
  arc("yellow", [50, 78], [32, 36], 180, 360),
  arc("green", [50, 78], [26, 29], 180, 360),
  arc("blue", [50, 78], [20, 22], 180, 360),
];

export const mountain = [
  line("grey", 4, 86, 36, 24, 58, 64),
  line("grey", 46, 86, 70, 40, 96, 86),
  line("grey", 4, 86, 96, 86),
  line("blue", 27, 42, 33, 36, 37, 42, 41, 36, 46, 42),
];

export const tree = [
  line("brown", 44, 90, 44, 60),
  line("brown", 56, 90, 56, 60),
  ring("green", 50, 38, 28, 24),
  ring("green", 34, 52, 14, 10),
  ring("green", 66, 52, 14, 10),
  line("green", 14, 90, 86, 90),
];

export const flower = [
  ring("yellow", 50, 32, 8),
  ring("pink", 50, 16, 8),
  ring("pink", 65, 27, 8),
  ring("pink", 59, 45, 8),
  ring("pink", 41, 45, 8),
  ring("pink", 35, 27, 8),
  line("green", 50, 54, 50, 92),
  arc("green", [60, 74], [10, 6], 0, 360),
];

export const cactus = [
  line("green", 42, 90, 42, 22, 50, 12, 58, 22, 58, 90),
  line("green", 42, 62, 24, 60, 22, 38, 30, 38, 31, 50, 42, 51),
  line("green", 58, 54, 74, 52, 76, 30, 68, 30, 67, 43, 58, 44),
  line("brown", 18, 90, 82, 90),
  dot("black", 50, 36),
  dot("black", 50, 56),
  dot("black", 50, 74),
];

export const butterfly = [
  line("black", 50, 30, 50, 74),
  ring("blue", 33, 38, 16, 15),
  ring("blue", 67, 38, 16, 15),
  ring("purple", 37, 64, 12, 11),
  ring("purple", 63, 64, 12, 11),
  line("black", 50, 30, 42, 16),
  line("black", 50, 30, 58, 16),
];

export const fish = [
  ring("orange", 44, 50, 30, 18),
  shape("orange", 72, 50, 92, 34, 92, 66),
  dot("black", 28, 45),
  arc("orange", [40, 50], [8, 14], -70, 70),
  line("blue", 10, 84, 25, 80, 40, 84, 55, 80, 70, 84, 85, 80),
];

export const snake = [
  line("green", 10, 76, 22, 64, 34, 76, 46, 88, 58, 76, 70, 62, 72, 46, 62, 36, 66, 24, 80, 22),
  arc("green", [84, 24], [9, 7], 0, 360),
  dot("black", 86, 22),
  line("red", 92, 26, 98, 24),
  line("red", 92, 26, 97, 30),
];

export const snail = [
  ring("brown", 46, 50, 26),
  ring("brown", 48, 52, 17),
  ring("brown", 50, 54, 8),
  line("orange", 10, 80, 74, 80, 84, 66, 86, 52, 78, 50, 72, 62),
  line("orange", 84, 52, 92, 38),
  line("orange", 80, 50, 80, 36),
];

export const cat = [
  ring("grey", 50, 54, 28, 25),
  line("grey", 27, 40, 24, 14, 42, 30),
  line("grey", 58, 30, 76, 14, 73, 40),
  dot("green", 40, 48),
  dot("green", 60, 48),
  shape("pink", 47, 58, 53, 58, 50, 62),
  line("black", 50, 62, 44, 68),
  line("black", 50, 62, 56, 68),
  line("black", 38, 60, 12, 56),
  line("black", 38, 64, 12, 68),
  line("black", 62, 60, 88, 56),
  line("black", 62, 64, 88, 68),
];
