import type { ComponentPropsWithRef, ReactNode } from "react";

// A grid of buttons is not tabular data, so these are roles and not a table; the focus is on the buttons inside.

/** A board's grid. */
export function Grid({ children, ...rest }: ComponentPropsWithRef<"div">) {
  return (
    // biome-ignore lint/a11y: see above
    <div role="grid" {...rest}>
      {children}
    </div>
  );
}

export function GridRow({ className, children }: { className: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y: see above
    <div role="row" className={className}>
      {children}
    </div>
  );
}

export function GridCell({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y: see above
    <div role="gridcell" className="grid">
      {children}
    </div>
  );
}
