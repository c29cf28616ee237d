import { expect, test } from "vitest";
import { samples } from "./metrics-watch.js";

test("a server's own figures are read, with their labels, and nothing else", () => {
  const text = `# HELP rejoin_appends_total Appends
# TYPE rejoin_appends_total counter
rejoin_appends_total{result="conflict"} 3
rejoin_connections 12
nodejs_version 20
`;
  expect(samples(text)).toEqual([
    { name: 'rejoin_appends_total{result="conflict"}', value: 3 },
    { name: "rejoin_connections", value: 12 },
  ]);
});
