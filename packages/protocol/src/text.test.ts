import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "./parse.js";
import { avatarSeed, playerName } from "./person.js";
import { cleanText, line } from "./text.js";

describe("cleaning text", () => {
  const cases: [what: string, raw: string, clean: string][] = [
    ["leaves names of the world alone", "Zoë Müller 王小明 محمد Дмитрий", "Zoë Müller 王小明 محمد Дмитрий"],
    ["leaves emoji of many parts alone", "👩‍🚀 🏳️‍🌈 ❤️ 👍🏽", "👩‍🚀 🏳️‍🌈 ❤️ 👍🏽"],
    ["keeps the joiners that Persian is written with", "می\u200cخواهم", "می\u200cخواهم"],
    ["composes letters (NFKC)", "Zoe\u0308", "Zoë"],
    ["makes look-alikes of a letter that letter (NFKC)", "\uff21\ud835\udcdb\u2460\ufb01", "AL1fi"],
    ["trims", " \t Alice \n", "Alice"],
    ["folds white space of every kind", "a \n\r\t\v\f\u00a0\u2003\u3000\u2028\u2029 b", "a b"],
    ["removes control characters", "a\u0000\u0007\u001b\u007f\u0085b", "ab"],
    ["removes bidirectional controls", "\u202eevil\u202c\u2066\u2067\u2068\u2069\u200e\u200f\u061c", "evil"],
    ["removes what has no width", "a\u200b\u2060\ufeff\u00ad\u034f\u180eb", "ab"],
    [
      "removes fillers that are letters to Unicode and nothing to the eye",
      "a\u115f\u1160\u3164\uffa0b",
      "ab",
    ],
    ["removes tags, which hide text in text", "a\u{e0041}\u{e0042}b", "ab"],
    ["removes halves of characters", "a\ud83db\udc4dc", "abc"],
    ["joins what was kept apart by something hidden", "e\u200b\u0301", "é"],
    ["folds what was kept apart by something hidden", "a \u200b b", "a b"],
  ];

  it.each(cases)("%s", (_, raw, clean) => expect(cleanText(raw)).toBe(clean));

  it("once is enough", () => {
    fc.assert(
      fc.property(text(), (raw) => {
        expect(cleanText(cleanText(raw))).toBe(cleanText(raw));
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  it("leaves nothing that hides, turns lines around, or cannot be stored", () => {
    fc.assert(
      fc.property(text(), (raw) => {
        const clean = cleanText(raw);
        expect(clean).not.toMatch(/\p{Cc}|\p{Cs}|\p{Bidi_Control}|^\s|\s$|\s\s/u);
      }),
      { numRuns: 500 },
    );
  }, 30_000);
});

describe("a line", () => {
  it("must hold something that can be seen", () => {
    for (const nothing of [
      "",
      "   ",
      "\u200b",
      "\u0301\u0302",
      "\u200d\u200c",
      "\ufe0f",
      "\u3164",
      "\u2800",
      "\u2800 \u0301",
    ])
      expect(parse(line(24), nothing)).toMatchObject({ ok: false, refusal: { code: "invalid-message" } });
    for (const something of [".", "0", "é", "王", "👍", "\u2801"])
      expect(line(24).parse(something)).toBe(something);
  });

  it("is measured when it is clean", () => {
    expect(line(3).parse("  a\u200bbc  ")).toBe("abc");
    expect(parse(line(3), "abcd")).toMatchObject({ ok: false, refusal: { code: "too-large" } });
    expect(parse(line(3), "\ufb03x")).toMatchObject({ ok: false, refusal: { code: "too-large" } });
    expect(line(3).parse("\ufb03")).toBe("ffi");
  });

  it("is not even cleaned when it is far too long", () => {
    expect(line(3).parse(" ".repeat(11).concat("a"))).toBe("a");
    expect(parse(line(3), " ".repeat(12).concat("a"))).toMatchObject({ refusal: { code: "too-large" } });
  });
});

describe("how a person looks", () => {
  it("is a name of 24 characters at most", () => {
    expect(playerName.parse(" Alice  in   Chains ")).toBe("Alice in Chains");
    expect(playerName.safeParse("x".repeat(25)).success).toBe(false);
    expect(playerName.safeParse(7).success).toBe(false);
  });

  it("and a seed that is safe wherever it is written", () => {
    expect(avatarSeed.parse("fox-7")).toBe("fox-7");
    for (const seed of ["", "Fox", "a b", "<svg>", "../x", "x".repeat(33), "ä"])
      expect(avatarSeed.safeParse(seed).success).toBe(false);
  });
});

function text(): fc.Arbitrary<string> {
  const nasty = fc.constantFrom(
    ..." \t\n\u200b\u200d\u202e\u0301\u0323\ufe0f\u3164\uff21\u00b4\ufdfa\u1100\u1161\ud83d\udc4d\u0000e",
  );
  return fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(nasty, { maxLength: 12 }).map((units) => units.join("")),
  );
}
