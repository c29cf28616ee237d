import { Lab } from "@rejoin/sync/lab";
import { useEffect, useState } from "react";
import { useWire } from "../../connection/client";

/** A lab on this page's connection, for as long as the caller is there; null for a moment at first. */
export function useLab(): Lab | null {
  const wire = useWire();
  const [lab, setLab] = useState<Lab | null>(null);
  useEffect(() => {
    const opened = new Lab(wire);
    setLab(opened);
    return () => {
      setLab(null);
      opened.close();
    };
  }, [wire]);
  return lab;
}
