import { laterTexts } from "../../texts/later-texts";
import type { OptionField } from "../option-field";

export function chessOptions(): readonly OptionField[] {
  const t = laterTexts.chess.options;
  return [
    {
      key: "minutes",
      label: t.minutes,
      choices: [1, 3, 5, 10, 15, 30, 0].map((value) => ({
        value,
        label: value === 0 ? t.noClock : t.inMinutes(value),
      })),
      chosen: 10,
    },
    {
      key: "increment",
      label: t.increment,
      choices: [0, 1, 2, 3, 5, 10, 15, 30].map((value) => ({ value, label: t.inSeconds(value) })),
      chosen: 5,
      matters: ({ minutes }) => minutes !== 0,
    },
  ];
}
