// Builds everything, each workspace only if something it is made of has changed.
import "./check-node.mjs";
import { ensureBuilt } from "./ensure-built.mjs";
import { ensureInstalled } from "./install.mjs";

if (!(await ensureInstalled()) || !(await ensureBuilt("everything"))) process.exitCode = 1;
