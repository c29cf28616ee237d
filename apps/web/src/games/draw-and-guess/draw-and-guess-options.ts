import { laterTexts } from "../../texts/later-texts";
import type { OptionField } from "../option-field";

export function drawAndGuessOptions(): readonly OptionField[] {
  const t = laterTexts.drawAndGuess.options;
  return [
    {
      key: "rounds",
      label: t.rounds,
      choices: [1, 2, 3, 4, 5].map((value) => ({ value, label: t.inRounds(value) })),
      chosen: 2,
    },
    {
      key: "seconds",
      label: t.seconds,
      choices: [40, 60, 80, 120, 180].map((value) => ({ value, label: t.inSeconds(value) })),
      chosen: 80,
    },
  ];
}
