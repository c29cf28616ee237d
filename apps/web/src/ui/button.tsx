import type { ComponentPropsWithRef } from "react";
import { classNames } from "./class-names";

export type ButtonLook = "primary" | "plain" | "quiet" | "danger";

const LOOKS: Record<ButtonLook, string> = {
  primary: "bg-ink text-on-ink shadow-lift hover:opacity-90",
  plain: "bg-raised text-ink shadow-lift ring-1 ring-line hover:ring-edge",
  quiet: "text-ink hover:bg-sunk",
  danger: "bg-danger text-on-ink shadow-lift hover:opacity-90",
};

/** The classes of a button, for links and triggers that look like one. */
export function buttonLook(look: ButtonLook = "plain", className = "px-4"): string {
  return classNames(
    "inline-flex min-h-11 select-none items-center justify-center gap-2 rounded-xl py-2 font-semibold",
    "transition-[opacity,box-shadow,background-color,translate] duration-150 active:translate-y-px",
    "disabled:pointer-events-none disabled:opacity-50",
    LOOKS[look],
    className,
  );
}

/** The classes of a square button with nothing but a picture in it. */
export function iconButtonLook(look: ButtonLook = "quiet"): string {
  return buttonLook(look, "size-11 shrink-0");
}

interface ButtonProps extends ComponentPropsWithRef<"button"> {
  look?: ButtonLook;
}

export function Button({ look = "plain", className, type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={buttonLook(look, className)} {...rest} />;
}
