import Dices from "lucide-react/icons/dices";
import { useId, useState } from "react";
import { texts } from "../../texts/texts";
import { Button } from "../../ui/button";
import { Face } from "../../ui/face";

interface FaceChoiceProps {
  held: string;
  chosen: string;
  onChoose: (avatar: string) => void;
}

const OFFERED = 11;

/** Your face, and others to take instead. */
export function FaceChoice({ held, chosen, onChoose }: FaceChoiceProps) {
  const [others, setOthers] = useState(drawSeeds);
  const id = useId();
  const faces = [held, ...others];
  return (
    <div>
      <div className="flex items-center justify-between">
        <span id={id} className="text-sm font-semibold text-soft">
          {texts.identity.face}
        </span>
        <Button look="quiet" onClick={() => setOthers(drawSeeds())} className="-mr-3 px-3 text-sm">
          <Dices aria-hidden size={16} /> {texts.identity.moreFaces}
        </Button>
      </div>
      <div role="radiogroup" aria-labelledby={id} className="mt-1 grid grid-cols-6 gap-2">
        {faces.map((face, index) => (
          <label
            key={face}
            className="relative grid aspect-square place-items-center rounded-full ring-ink ring-offset-2 ring-offset-raised has-checked:ring-2 has-focus-visible:ring-4"
          >
            <input
              type="radio"
              name="face"
              aria-label={index === 0 ? texts.identity.keptFace : texts.identity.faceNumber(index + 1)}
              checked={face === chosen}
              onChange={() => onChoose(face)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <Face avatar={face} size={48} className="size-full" />
          </label>
        ))}
      </div>
    </div>
  );
}

function drawSeeds(): string[] {
  return Array.from({ length: OFFERED }, () => `face-${Math.random().toString(36).slice(2, 10)}`);
}
