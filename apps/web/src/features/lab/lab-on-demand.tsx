import { lazy, Suspense, useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { patiently } from "../../ui/patiently";

const LabDrawer = lazy(patiently(() => import("./lab-drawer")));

/** The network lab, once an address asks for it with `?lab`. It stays open from page to page until it is closed. */
export function LabOnDemand() {
  const [search, setSearch] = useSearchParams();
  const asked = search.has("lab");
  const [open, setOpen] = useState(asked);
  useEffect(() => {
    if (asked) setOpen(true);
  }, [asked]);
  const close = (): void => {
    setOpen(false);
    if (!asked) return;
    search.delete("lab");
    setSearch(search, { replace: true });
  };
  return <Suspense>{open && <LabDrawer onClose={close} />}</Suspense>;
}
