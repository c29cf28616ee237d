import "./ui/styles.css";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element #root");

afterPaint(() => void import("./start").then(({ start }) => start(root)));

/** Does something once what index.html says is to be seen: on a slow device the script takes longer to begin than to arrive. */
function afterPaint(go: () => void): void {
  // Nothing is painted where nobody looks.
  if (document.visibilityState === "hidden") go();
  else requestAnimationFrame(() => setTimeout(go));
}
