import { type KeyboardEvent, useRef, useState } from "react";

interface GridKeys {
  /** What a cell's button needs to take part. */
  cell: (row: number, column: number) => { tabIndex: number; "data-cell": string; onFocus: () => void };
  /** For the grid itself. */
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * The keyboard of a grid: one stop for Tab, arrows move within, Home and End go to the ends of the row. Enter and Space
 * press the button that has the focus, which needs nothing here.
 *
 * @param start the place that Tab leads to at first, the upper left one by default
 */
export function useGridKeys(
  rows: number,
  columns: number,
  start: readonly [row: number, column: number] = [0, 0],
): GridKeys {
  const [[row, column], setAt] = useState(start);
  const at = useRef<readonly [number, number]>([row, column]);
  const go = (event: KeyboardEvent<HTMLElement>, next: readonly [number, number]): void => {
    event.preventDefault();
    at.current = [clamp(next[0], rows), clamp(next[1], columns)];
    setAt(at.current);
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${at.current.join("-")}"]`)?.focus();
  };
  return {
    cell: (r, c) => ({
      tabIndex: r === row && c === column ? 0 : -1,
      "data-cell": `${r}-${c}`,
      onFocus: () => {
        at.current = [r, c];
        setAt(at.current);
      },
    }),
    onKeyDown(event) {
      const [r, c] = at.current;
      const step = STEPS[event.key];
      if (step) go(event, [r + step[0], c + step[1]]);
      else if (event.key === "Home") go(event, [r, 0]);
      else if (event.key === "End") go(event, [r, columns - 1]);
    },
  };
}

function clamp(value: number, size: number): number {
  return Math.min(Math.max(value, 0), size - 1);
}
