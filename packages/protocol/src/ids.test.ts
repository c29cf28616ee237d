import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CODE_ALPHABET, CODE_LENGTH, commandId, cursor, roomCode, roomId, roomKey, seq } from "./ids.js";
import { ROOM } from "./testing/samples.js";

describe("a room code", () => {
  it("is read in either case, with spaces and hyphens anywhere", () => {
    for (const typed of ["ABC234", "abc234", "Abc 234", "abc-234", " ABC234 ", "a b c 2 3 4", "ABC\u00a0234"])
      expect(roomCode.parse(typed)).toBe("ABC234");
  });

  it("has none of the letters that are mistaken for others", () => {
    for (const letter of "ILO01") {
      expect(CODE_ALPHABET).not.toContain(letter);
      expect(roomCode.safeParse(`ABC23${letter}`).success).toBe(false);
      expect(roomCode.safeParse(`ABC23${letter.toLowerCase()}`).success).toBe(false);
    }
    expect(new Set(CODE_ALPHABET).size).toBe(31);
  });

  it("has no letters that merely look or turn out the same", () => {
    // Cyrillic A, full-width A, and two whose upper case is made of letters of the alphabet.
    for (const code of ["\u0410BC234", "\uff21BC234", "a\u00df234", "AB\u017f234"])
      expect(roomCode.safeParse(code).success).toBe(false);
  });

  it("is six of them", () => {
    for (const code of ["", "ABC23", "ABC2345", "ABC234\n\nX", "ABC_234", "A".repeat(100_000)])
      expect(roomCode.safeParse(code).success).toBe(false);
  });

  it("is any six of them", () => {
    const letters = fc.array(fc.constantFrom(...CODE_ALPHABET), {
      minLength: CODE_LENGTH,
      maxLength: CODE_LENGTH,
    });
    fc.assert(
      fc.property(letters, (code) => {
        expect(roomCode.parse(code.join("").toLowerCase())).toBe(code.join(""));
      }),
    );
  });
});

describe("a room's key", () => {
  it("is its id or its code", () => {
    expect(roomKey.parse(ROOM)).toBe(ROOM);
    expect(roomKey.parse("abc 234")).toBe("ABC234");
  });

  it("is otherwise refused with one plain sentence", () => {
    expect(roomKey.safeParse("nonsense").error?.issues[0]?.message).toBe("must be a room's id or its code");
  });
});

describe("an id", () => {
  it("is one string, however it is written, so that a room is never held twice", () => {
    expect(roomId.parse(ROOM.toUpperCase())).toBe(ROOM);
    expect(roomKey.parse(ROOM.toUpperCase())).toBe(ROOM);
  });

  it("is a UUID", () => {
    for (const id of ["", "x", `${ROOM} `, ROOM.slice(1), `{${ROOM}}`, `${ROOM}\n`])
      expect(roomId.safeParse(id).success).toBe(false);
  });
});

describe("a command's id", () => {
  it("is 1 to 64 plain characters", () => {
    for (const id of ["1", "a-b_C9", "x".repeat(64), ROOM]) expect(commandId.parse(id)).toBe(id);
    for (const id of ["", "x".repeat(65), "a b", "a\n", "ä", "a:b", "../x"])
      expect(commandId.safeParse(id).success).toBe(false);
  });
});

describe("a position in a log", () => {
  it("is a whole number that the database can hold", () => {
    for (const value of [0, 1, 2_147_483_647]) expect(seq.parse(value)).toBe(value);
    for (const value of [-1, 0.5, 2_147_483_648, Number.NaN, Number.POSITIVE_INFINITY, "1"])
      expect(seq.safeParse(value).success).toBe(false);
  });

  it("counts within one life of the log", () => {
    for (const bad of [
      { seq: 1 },
      { epoch: "", seq: 1 },
      { epoch: "x".repeat(41), seq: 1 },
      { epoch: "x", seq: 1, more: 1 },
    ])
      expect(cursor.safeParse(bad).success).toBe(false);
  });
});
