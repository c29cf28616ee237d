export * from "./lab.js";
export * from "./lab-view.js";
