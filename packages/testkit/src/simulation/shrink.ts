import { FAIR_DATABASE, type Plan, type Step } from "./plan.js";
import { FAIR_WEATHER } from "./weather.js";

/**
 * Makes a plan that fails smaller, for as long as it still fails: first what surrounds the steps, then the steps themselves
 * (delta debugging, after Zeller and Hildebrandt), over and over until nothing more can go.
 *
 * @param fails whether a plan fails in the way that is looked for
 * @param isTimeUp whether to be content with what there is
 */
export async function shrink(
  plan: Plan,
  fails: (plan: Plan) => Promise<boolean>,
  isTimeUp: () => boolean,
): Promise<Plan> {
  let smallest = plan;
  for (let before: Plan | null = null; before !== smallest && !isTimeUp(); ) {
    before = smallest;
    for (const simpler of SIMPLER) {
      if (isTimeUp()) break;
      const candidate = simpler(smallest);
      if (candidate && (await fails(candidate))) smallest = candidate;
    }
    const steps = await fewerSteps(smallest, fails, isTimeUp);
    if (steps.length < smallest.steps.length) smallest = { ...smallest, steps };
  }
  return smallest;
}

/** Each gives a simpler plan, or null where it cannot be simpler in that way. */
const SIMPLER: readonly ((plan: Plan) => Plan | null)[] = [
  (plan) => (plan.weather === FAIR_WEATHER ? null : { ...plan, weather: FAIR_WEATHER }),
  (plan) => (plan.database === FAIR_DATABASE ? null : { ...plan, database: FAIR_DATABASE }),
  (plan) => (plan.wire === "stream" ? null : { ...plan, wire: "stream" }),
  ({ servers, ...plan }) =>
    servers.some((skew) => skew !== 0) ? { ...plan, servers: servers.map(() => 0) } : null,
  ({ servers, ...plan }) => (servers.length > 1 ? { ...plan, servers: servers.slice(0, -1) } : null),
  ({ people, ...plan }) => (people.length > 1 ? { ...plan, people: people.slice(0, -1) } : null),
  ({ people, ...plan }) => (people.some((own) => own > 1) ? { ...plan, people: people.map(() => 1) } : null),
  ({ rooms, ...plan }) => (rooms.length > 1 ? { ...plan, rooms: rooms.slice(0, -1) } : null),
];

async function fewerSteps(
  plan: Plan,
  fails: (plan: Plan) => Promise<boolean>,
  isTimeUp: () => boolean,
): Promise<readonly Step[]> {
  let steps = plan.steps;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < steps.length && !isTimeUp(); ) {
      const rest = [...steps.slice(0, from), ...steps.slice(from + size)];
      if (await fails({ ...plan, steps: rest })) steps = rest;
      else from += size;
    }
  }
  return steps;
}
