/** The address of an OpenAI-compatible server as its client wants it: with `/v1` where no path is given. */
export function withVersion(baseUrl: string): string {
  const url = new URL(baseUrl);
  if (url.pathname === '/') url.pathname = '/v1';
  return url.toString();
}
