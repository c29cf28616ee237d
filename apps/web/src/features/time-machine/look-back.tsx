import History from "lucide-react/icons/history";
import { laterTexts } from "../../texts/later-texts";
import { useTime } from "../../time/time";
import { Button } from "../../ui/button";

interface LookBackProps {
  /** Whether one has just come back from there: then the focus does, too. */
  cameBack: boolean;
}

/** Goes into the past of the table, beginning where it is now. */
export function LookBack({ cameBack }: LookBackProps) {
  const { shown, lookBack } = useTime();
  if (shown < 2) return null;
  return (
    <Button
      look="quiet"
      title={laterTexts.time.lookBack}
      autoFocus={cameBack}
      onClick={() => lookBack(shown)}
    >
      <History aria-hidden size={17} />{" "}
      <span className="max-sm:[button:not(:only-of-type)>&]:sr-only">{laterTexts.time.lookBack}</span>
    </Button>
  );
}
