/** Two words of 32 bits that a value is mixed into. */
interface Words {
  one: number;
  other: number;
}

const NUMBER = new Float64Array(1);
const NUMBER_BITS = new Int32Array(NUMBER.buffer);

/**
 * A fingerprint of a JSON value: a whole number of 53 bits, the same for equal values whatever the order of their keys, and
 * for a value and what comes back when it went through JSON. Not for secrets: it is fast, and can be made to collide.
 *
 * @param value JSON; keys that are undefined count as missing, as `JSON.stringify` has it
 */
export function digestOf(value: unknown): number {
  const { one, other } = wordsOf(value);
  return (other & 0x1f_ffff) * 0x1_0000_0000 + (one >>> 0);
}

function wordsOf(value: unknown): Words {
  switch (typeof value) {
    case "string":
      return ofText(value, 0x53_74_72);
    case "number":
      return ofNumber(value);
    case "boolean":
      return ofConstant(value ? 1 : 2);
    case "object":
      if (value === null) return ofConstant(3);
      return Array.isArray(value) ? ofList(value) : ofFields(value);
    default:
      return ofConstant(3);
  }
}

function ofConstant(which: number): Words {
  return finish({ one: which, other: ~which }, which);
}

function ofNumber(value: number): Words {
  // Zero and minus zero are one number in JSON.
  NUMBER[0] = value === 0 ? 0 : value;
  return finish({ one: NUMBER_BITS[0] ?? 0, other: NUMBER_BITS[1] ?? 0 }, 4);
}

function ofText(text: string, seed: number): Words {
  let one = 0x811c_9dc5 ^ seed;
  let other = 0x9e37_79b9 ^ seed;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x0100_0193);
    other = Math.imul(other ^ unit, 0x5bd1_e995);
    other ^= other >>> 13;
  }
  return finish({ one, other }, text.length);
}

function ofList(list: readonly unknown[]): Words {
  let one = 5;
  let other = 6;
  for (const item of list) {
    const words = wordsOf(item);
    one = Math.imul(one, 31) + words.one;
    other = Math.imul(other ^ words.other, 0x85eb_ca6b) + (other >>> 7);
  }
  return finish({ one, other }, list.length);
}

// Fields are added up, so that their order does not matter and need not be made.
function ofFields(fields: object): Words {
  let one = 7;
  let other = 8;
  for (const key in fields) {
    const value = (fields as Record<string, unknown>)[key];
    if (value === undefined) continue;
    const name = ofText(key, 0x4b_65_79);
    const words = wordsOf(value);
    const field = finish(
      { one: name.one ^ Math.imul(words.one, 3), other: name.other + words.other },
      words.one,
    );
    one = (one + field.one) | 0;
    other = (other + field.other) | 0;
  }
  return finish({ one, other }, 9);
}

// Each step can be undone, so two different pairs of words never become one here.
function finish(words: Words, length: number): Words {
  const one = words.one ^ length;
  const low =
    Math.imul(one ^ (one >>> 16), 0x85eb_ca6b) ^ Math.imul(words.other ^ (words.other >>> 13), 0xc2b2_ae35);
  const high =
    Math.imul(words.other ^ (words.other >>> 16), 0x85eb_ca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2_ae35);
  return { one: low, other: high };
}
