import { findEntry } from "@rejoin/rules/room";
import { laterTexts } from "../../texts/later-texts";
import { SelectField } from "../../ui/select-field";

interface SeatCountProps {
  game: string;
  count: number;
  onChange: (count: number) => void;
}

/** How many seats there are, of a game that leaves the choice. */
export function SeatCount({ game, count, onChange }: SeatCountProps) {
  const { min, max } = findEntry(game)?.seats ?? { min: count, max: count };
  if (min === max) return null;
  const counts = Array.from({ length: max - min + 1 }, (_, index) => String(min + index));
  return (
    // As wide as what is chosen about the game.
    <div className="grid grid-cols-2 gap-3">
      <SelectField
        label={laterTexts.table.configure.seats}
        value={String(count)}
        choices={counts.map((value) => ({ value, label: value }))}
        onChange={(value) => onChange(Number(value))}
      />
    </div>
  );
}
