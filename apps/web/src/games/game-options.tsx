import { SelectField } from "../ui/select-field";
import type { OptionField, OptionValue } from "./option-field";

interface GameOptionsProps {
  fields: readonly OptionField[];
  options: Readonly<Record<string, OptionValue>>;
  onChange: (options: Readonly<Record<string, OptionValue>>) => void;
}

/** What may be chosen about a game, one line each. What makes no difference with the rest is not asked. */
export function GameOptions({ fields, options, onChange }: GameOptionsProps) {
  const asked = fields.filter(({ matters }) => matters?.(options) ?? true);
  if (asked.length === 0) return null;
  return (
    <div className="grid grid-cols-2 gap-3">
      {asked.map(({ key, label, choices }) => (
        <SelectField
          key={key}
          label={label}
          value={String(options[key])}
          choices={choices.map((choice) => ({ value: String(choice.value), label: choice.label }))}
          onChange={(value) => {
            const choice = choices.find((one) => String(one.value) === value);
            if (choice) onChange({ ...options, [key]: choice.value });
          }}
        />
      ))}
    </div>
  );
}

/** What is chosen at first. */
export function firstOptions(fields: readonly OptionField[]): Readonly<Record<string, OptionValue>> {
  return Object.fromEntries(fields.map(({ key, chosen }) => [key, chosen]));
}
