import {
  FIGURES,
  type Figures,
  NON_VACUITY,
  type NonVacuity,
  type Verdict,
  VIOLATIONS,
  type Violation,
  type ViolationName,
} from "./verdict.js";

/** Of one name so many violations are kept whole; the rest are counted. */
export const MOST_KEPT = 20;

/** Gathers what is found, room by room. */
export class Findings {
  readonly #violations: Violation[] = [];
  readonly #found: Partial<Record<ViolationName, number>> = {};
  readonly #figures = zeros(FIGURES);
  readonly #nonVacuity = zeros(NON_VACUITY);
  readonly #faults: Record<string, number> = {};

  violation(name: ViolationName, rest: Omit<Violation, "name" | "promise">): void {
    const count = (this.#found[name] ?? 0) + 1;
    this.#found[name] = count;
    if (count <= MOST_KEPT) this.#violations.push({ promise: VIOLATIONS[name], name, ...rest });
  }

  count(figure: keyof Figures, by = 1): void {
    this.#figures[figure] += by;
  }

  happened(what: NonVacuity, times = 1): void {
    this.#nonVacuity[what] += times;
  }

  fault(kind: string): void {
    this.#faults[kind] = (this.#faults[kind] ?? 0) + 1;
  }

  verdict(): Verdict {
    return {
      violations: this.#violations,
      found: this.#found,
      figures: this.#figures,
      nonVacuity: this.#nonVacuity,
      faults: this.#faults,
    };
  }
}

function zeros<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
}
