import type { ReactNode } from "react";

interface EmptyStateProps {
  picture: ReactNode;
  title: string;
  text: string;
  children?: ReactNode;
}

/** Nothing here yet, said kindly, with what to do about it. */
export function EmptyState({ picture, title, text, children }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-5 rounded-3xl bg-sunk/60 px-6 py-9 text-center sm:flex-row sm:gap-8 sm:px-9 sm:text-left">
      <div className="shrink-0">{picture}</div>
      <div className="grid gap-1">
        <p className="font-display text-xl font-bold">{title}</p>
        <p className="max-w-md text-soft">{text}</p>
        {children && <div className="mt-3">{children}</div>}
      </div>
    </div>
  );
}
