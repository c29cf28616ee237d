/**
 * Whether a request comes from our own page, from an origin that was allowed, or from no page at all.
 *
 * A browser sends `Origin` with every WebSocket and every writing request, and a page cannot forge it; a program that is
 * not a browser may leave it out, and carries no stranger's cookie. Compared by host, since behind a TLS proxy the
 * server does not see the scheme.
 */
export function isOriginAllowed(
  origin: string | undefined,
  host: string | undefined,
  allowed: readonly string[],
): boolean {
  if (origin === undefined) return true;
  if (allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
