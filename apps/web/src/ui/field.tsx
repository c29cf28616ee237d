import { type ComponentPropsWithRef, useId } from "react";
import { classNames } from "./class-names";

/** The classes of anything one types into. */
export const INPUT_LOOK =
  "min-h-11 w-full min-w-0 rounded-xl bg-paper px-3.5 py-2 text-ink ring-1 ring-edge placeholder:text-soft aria-invalid:ring-2 aria-invalid:ring-danger";

interface TextFieldProps extends ComponentPropsWithRef<"input"> {
  label: string;
  error?: string | null;
}

/** A labelled line of text; an error is tied to it, so that it is read together. */
export function TextField({ label, error, className, ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-semibold text-soft">
        {label}
      </label>
      <input
        id={id}
        className={classNames(INPUT_LOOK, className)}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        {...rest}
      />
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

interface SwitchFieldProps {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

export function SwitchField({ label, hint, checked, onChange }: SwitchFieldProps) {
  const id = useId();
  return (
    <div className="relative flex items-center justify-between gap-4 rounded-xl">
      <div>
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-soft">
            {hint}
          </p>
        )}
      </div>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
        className="relative h-7 w-12 shrink-0 cursor-pointer appearance-none rounded-full bg-edge transition-colors before:absolute before:top-1 before:left-1 before:size-5 before:rounded-full before:bg-raised before:transition-transform checked:bg-ink checked:before:translate-x-5"
      />
    </div>
  );
}
