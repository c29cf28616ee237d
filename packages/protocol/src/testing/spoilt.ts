import * as z from "zod/mini";

/** Values that no field takes, whatever its type; even a field that takes any JSON, since it has no NaN. */
const NOTHING_OF_ANY_TYPE = [Number.NaN, [Number.NaN], { value: Number.NaN }, undefined, () => 1];

/** Every way in which a good message can be spoilt in one place: a field that is needed is missing, or it is something else. */
export function spoilt(schema: z.ZodMiniObject, good: object): [how: string, bad: unknown][] {
  return Object.entries(good).flatMap(([key]): [string, unknown][] => {
    const field = schema.shape[key];
    const isOptional = field && z.safeParse(field, undefined).success;
    const others = NOTHING_OF_ANY_TYPE.filter((other) => other !== undefined || !isOptional);
    const missing: [string, unknown][] = isOptional ? [] : [[`without ${key}`, without(good, key)]];
    return [
      ...missing,
      ...others.map((other): [string, unknown] => [`with ${key} wrong`, { ...good, [key]: other }]),
    ];
  });
}

/** A good message with a key that nobody knows; the last two are keys that every object has, here of its own. */
export function withStrangers(good: object): [how: string, bad: unknown][] {
  return ["extra", "constructor", "__proto__"].map((key) => [
    `with a key ${key}`,
    JSON.parse(JSON.stringify({ ...good, [STRANGER]: { a: 1 } }).replace(STRANGER, key)),
  ]);
}

/** What is no message at all. */
export const NO_MESSAGES: readonly unknown[] = [null, undefined, [], [{}], "text", 1, true, Number.NaN];

const STRANGER = "a stranger";

function without(good: object, key: string): object {
  return Object.fromEntries(Object.entries(good).filter(([name]) => name !== key));
}
