export * from "./sealed-numbers.js";
