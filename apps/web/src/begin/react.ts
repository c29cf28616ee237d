/** For `main.ts`: whoever imports this has React read. */
export { createRoot } from "react-dom/client";
