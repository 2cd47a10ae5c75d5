/** The addresses of the wire, as `docs/wire.md` promises them. */
export const routes = {
  root: '/wire/v1/',
  items: '/wire/v1/items',
  item: '/wire/v1/items/:story',
  stream: '/wire/v1/stream',
} as const
