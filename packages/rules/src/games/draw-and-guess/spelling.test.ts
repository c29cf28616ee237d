import { describe, expect, it } from "vitest";
import { isNearWord, isSameWord, names } from "./spelling.js";

const ARTICLES = ["a", "an", "the"];

describe("a guess", () => {
  it.each([
    ["house", "house"],
    ["  HOUSE ", "house"],
    ["the House", "house"],
    ["icecream", "ice cream"],
    ["Ice-Cream!", "ice cream"],
    ["an ice cream", "ice cream"],
    ["café", "cafe"],
    ["ｈｏｕｓｅ", "house"],
  ])("%j is %j", (guess, word) => {
    expect(isSameWord(guess, word, ARTICLES)).toBe(true);
  });

  it.each([
    ["houses", "house"],
    ["the", "a"],
    ["hous", "house"],
    ["", "house"],
    ["!!!", "house"],
  ])("%j is not %j", (guess, word) => {
    expect(isSameWord(guess, word, ARTICLES)).toBe(false);
  });

  it.each([
    ["huose", "house"],
    ["hose", "house"],
    ["houses", "house"],
    ["mouse", "house"],
    ["elefant", "elephant"],
    ["big house", "house"],
    ["cream", "ice cream"],
    ["a hose", "house"],
  ])("%j is near %j", (guess, word) => {
    expect(isNearWord(guess, word, ARTICLES)).toBe(true);
  });

  it.each([
    ["horse car", "house"],
    ["bat", "cat"],
    ["home", "house"],
    ["ice", "ice cream"],
    ["", "house"],
  ])("%j is not near %j", (guess, word) => {
    expect(isNearWord(guess, word, ARTICLES)).toBe(false);
  });
});

describe("what gives a word away", () => {
  it.each([
    ["it is a house", "house"],
    ["H O U S E", "house"],
    ["an icecream van", "ice cream"],
    ["ice cream", "ice cream"],
    ["lighthouses", "house"],
    ["cat!", "cat"],
  ])("is %j, of %j", (text, word) => {
    expect(names(text, word)).toBe(true);
  });

  it.each([
    ["I want that", "ant"],
    ["well drawn", "house"],
    ["", "house"],
  ])("is not %j, of %j", (text, word) => {
    expect(names(text, word)).toBe(false);
  });
});
