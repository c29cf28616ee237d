import { laterTexts } from "../../texts/later-texts";
import type { OptionField } from "../option-field";

export function rockPaperScissorsOptions(): readonly OptionField[] {
  const t = laterTexts.rockPaperScissors.options;
  return [
    {
      key: "rounds",
      label: t.rounds,
      choices: [1, 3, 5, 7, 9, 15].map((value) => ({ value, label: t.inRounds(value) })),
      chosen: 5,
    },
    {
      key: "seconds",
      label: t.seconds,
      choices: [5, 10, 15, 30].map((value) => ({ value, label: t.inSeconds(value) })),
      chosen: 15,
    },
  ];
}
