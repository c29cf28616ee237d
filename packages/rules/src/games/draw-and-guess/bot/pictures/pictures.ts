import type { Stroke } from "../../ink.js";
import type { PictureName } from "../picture-names.js";
import * as food from "./food.js";
import * as home from "./home.js";
import * as nature from "./nature.js";
import * as things from "./things.js";

const { iceCream, ...otherFood } = food;
const { questionMark, ...otherThings } = things;

/** The strokes of everything that a bot can draw, in the order in which it draws them. */
export const PICTURES: Readonly<Record<PictureName, readonly Stroke[]>> = {
  ...otherFood,
  ...home,
  ...nature,
  ...otherThings,
  "ice-cream": iceCream,
};

/** What a bot draws when it must draw something else. */
export const NO_PICTURE: readonly Stroke[] = questionMark;
