/** Something that one may choose about a game when opening a table for it. */
export interface OptionField {
  /** Its name in the game's options. */
  key: string;
  label: string;
  choices: readonly OptionChoice[];
  /** What is chosen at first. */
  chosen: OptionValue;
  /** Whether there is anything to choose, with the other options as they are. By default there always is. */
  matters?: (options: Readonly<Record<string, OptionValue>>) => boolean;
}

export type OptionValue = number | string;

interface OptionChoice {
  value: OptionValue;
  label: string;
}
