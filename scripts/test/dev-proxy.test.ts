import { createServer as createHttpServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";
import { expect, it } from "vitest";

it("the page of `npm run dev` asks the server as one of its own", async () => {
  const heard: IncomingHttpHeaders[] = [];
  const server = createHttpServer(({ headers }, response) => {
    heard.push(headers);
    response.end("{}");
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  process.env.PORT = String((server.address() as AddressInfo).port);
  const page = await createServer({
    root: fileURLToPath(new URL("../../apps/web", import.meta.url)),
    server: { port: 0, strictPort: false, host: "127.0.0.1" },
    logLevel: "silent",
  });
  await page.listen();
  try {
    const origin = page.resolvedUrls?.local[0]?.replace(/\/$/, "") ?? "";
    for (const path of ["/api/session", "/healthz", "/readyz", "/socket.io/?EIO=4&transport=polling"])
      await fetch(`${origin}${path}`, { headers: { origin } });
    expect(heard.map(({ host }) => `http://${host}`)).toEqual([origin, origin, origin, origin]);
    expect(heard.map((headers) => headers.origin)).toEqual([origin, origin, origin, origin]);
  } finally {
    await page.close();
    server.close();
  }
}, 60_000);
