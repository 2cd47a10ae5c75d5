/** An item without the lists that have nothing in them. */
export function bare<T extends object>(item: T): T {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => !Array.isArray(value) || value.length)) as T
}
