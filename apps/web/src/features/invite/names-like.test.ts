import { describe, expect, it } from "vitest";
import { namesLike } from "./names-like";

const people = ["Ümit", "Ada", "Adam Quill"].map((name) => ({ id: name, name, avatar: "a" }));
const found = (name: string) => namesLike(name, people).map((person) => person.name);

describe("looking for somebody by name", () => {
  it("LOBBY-1 finds a part of it, whatever the case, and everybody where nothing is looked for", () => {
    expect(found("ada")).toEqual(["Ada", "Adam Quill"]);
    expect(found("ÜM")).toEqual(["Ümit"]);
    expect(found("  ")).toHaveLength(3);
    expect(found("zoe")).toEqual([]);
  });
});
