/**
 * An answer that refuses, as RFC 9457 has it: `code` is stable, `detail` is the sentence for a person. Never cached.
 */
export function refusal(
  status: 400 | 401 | 403 | 404 | 405 | 429,
  code: string,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title: titles[status], status, code, detail }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
  })
}

const titles = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  429: 'Too Many Requests',
}
