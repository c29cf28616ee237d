import Check from "lucide-react/icons/check";
import Copy from "lucide-react/icons/copy";
import { useEffect, useState } from "react";
import { texts } from "../texts/texts";
import { announce } from "./announcer";
import { Button } from "./button";
import { classNames } from "./class-names";

interface CopyButtonProps {
  /** What is copied. */
  value: string;
  /** What the button is called, such as "Copy link". */
  label: string;
  /** Whether a phone shows the picture only. */
  small?: boolean;
}

/** Copies, and says that it copied. */
export function CopyButton({ value, label, small = false }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_500);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (): Promise<void> => {
    if (!(await copyText(value))) return;
    setCopied(true);
    announce(texts.common.copied);
  };
  return (
    <Button
      onClick={copy}
      title={small ? label : undefined}
      className={classNames("shrink-0 px-4", small ? "sm:min-w-34" : "min-w-34")}
    >
      {copied ? <Check aria-hidden size={17} /> : <Copy aria-hidden size={17} />}
      <span className={classNames(small && "max-sm:sr-only")}>{copied ? texts.common.copied : label}</span>
    </Button>
  );
}

async function copyText(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    return copyBySelection(value);
  }
}

/** Pages on plain http, such as a laptop's address in a home network, have no clipboard API. */
function copyBySelection(value: string): boolean {
  const field = document.createElement("textarea");
  field.value = value;
  field.className = "sr-only";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}
