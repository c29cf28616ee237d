import "./ui/styles.css";

declare global {
  interface Window {
    /** Left by `begin.js`: kept once what index.html says is to be seen. */
    rejoinPainted?: Promise<void>;
  }
}

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element #root");

void begin(root);

/**
 * Begins once something is to be seen: on a slow device the script takes longer to begin than to arrive. The large parts come
 * one by one, since all at once they would keep such a device from answering.
 */
async function begin(root: HTMLElement): Promise<void> {
  await window.rejoinPainted;
  await import("./begin/react");
  await import("./begin/protocol");
  const { start } = await import("./start");
  await start(root);
}
