import { type Problem, problem } from './problem.ts'
import { type ProblemCode } from './codes.ts'

/**
 * Reads a value of unknown origin at a place: gives it back as what it should be, or adds a problem that names the path.
 * What it gives back after a problem is of no use.
 */
export type Shape<T> = ((value: unknown, at: Place) => T) & { optional?: true; otherwise?: () => T }

/** Where a reading stands. `strict` also refuses fields that nobody knows: doors are, rows of our own are not. */
export type Place = { path: string; problems: Problem[]; strict: boolean }

/** Reads a whole value; nothing of it is kept when there is a problem. */
export function read<T>(shape: Shape<T>, value: unknown, { strict }: { strict: boolean }): Read<T> {
  const problems: Problem[] = []
  const read = shape(value, { path: '', problems, strict })
  return problems.length ? { problems } : { read }
}

export type Read<T> = { read: T } | { problems: readonly Problem[] }

export const text: Shape<string> = (value, at) =>
  typeof value === 'string' ? value : wrong(at, value, 'shape.not-text')

export const number: Shape<number> = (value, at) =>
  typeof value === 'number' && Number.isFinite(value) ? value : wrong(at, value, 'shape.not-number')

export const truth: Shape<boolean> = (value, at) =>
  typeof value === 'boolean' ? value : wrong(at, value, 'shape.not-one-of', { allowed: 'true, false' })

/** A text of one form, which `name` says in words. */
export function form(pattern: RegExp, name: string): Shape<string> {
  return (value, at) =>
    typeof value === 'string' && pattern.test(value) ? value : wrong(at, value, 'shape.form', { form: name })
}

export function oneOf<const T extends string | number>(...allowed: readonly T[]): Shape<T> {
  return (value, at) =>
    allowed.includes(value as T)
      ? (value as T)
      : wrong(at, value, 'shape.not-one-of', { allowed: allowed.join(', '), value: brief(value) })
}

/** A list; when it is not there at all, an empty one. */
export function list<T>(of: Shape<T>): Shape<readonly T[]> {
  const shape: Shape<readonly T[]> = (value, at) =>
    Array.isArray(value)
      ? value.map((one, index) => of(one, { ...at, path: `${at.path}[${index}]` }))
      : wrong(at, value, 'shape.not-list')
  shape.otherwise = () => []
  return shape
}

/** An object with these fields. Those that are optional may be missing or null. */
export function record<T extends object>(fields: { [K in keyof T]-?: Shape<Exclude<T[K], undefined>> }): Shape<T> {
  const known = Object.entries<Shape<unknown>>(fields)
  const names = new Set(known.map(([name]) => name))
  return (value, at) => {
    if (!isObject(value)) return wrong(at, value, 'shape.not-object')
    const made: Record<string, unknown> = {}
    for (const [name, shape] of known) {
      const path = under(at.path, name)
      const given = value[name] ?? undefined
      if (given !== undefined) made[name] = shape(given, { ...at, path })
      else if (shape.otherwise) made[name] = shape.otherwise()
      else if (!shape.optional) at.problems.push(problem('shape.missing', path))
    }
    if (at.strict)
      for (const name of Object.keys(value))
        if (!names.has(name)) at.problems.push(problem('shape.unknown-field', under(at.path, name)))
    return made as T
  }
}

/** One of several records, told apart by their field `is`. */
export function states<T extends { is: string }>(shapes: {
  [K in T['is']]: Shape<Omit<Extract<T, { is: K }>, 'is'>>
}): Shape<T> {
  return (value, at) => {
    if (!isObject(value)) return wrong(at, value, 'shape.not-object')
    const { is, ...rest } = value
    const shape = typeof is === 'string' && Object.hasOwn(shapes, is) ? shapes[is as T['is']] : undefined
    const path = under(at.path, 'is')
    if (!shape)
      return wrong({ ...at, path }, is, 'shape.not-one-of', {
        allowed: Object.keys(shapes).join(', '),
        value: brief(is),
      })
    // `is` chose the shape, so with it the rest is that one of T: the type checker cannot follow a choice by value.
    const made: unknown = { is, ...shape(rest, at) }
    return made as T
  }
}

export function optional<T>(shape: Shape<T>): Shape<T> {
  const read: Shape<T> = (value, at) => shape(value, at)
  read.optional = true
  return read
}

/** What a field is when it is not there. */
export function otherwise<T>(shape: Shape<T>, value: () => T): Shape<T> {
  const read: Shape<T> = (given, at) => shape(given, at)
  read.otherwise = value
  return read
}

/** A shape with a further condition, which adds problems of its own. */
export function also<T>(shape: Shape<T>, check: (value: T, at: Place) => void): Shape<T> {
  return (value, at) => {
    const before = at.problems.length
    const read = shape(value, at)
    if (at.problems.length === before) check(read, at)
    return read
  }
}

/** The path of a field of what stands at a path. */
export function under(path: string, field: string): string {
  return path ? `${path}.${field}` : field
}

function wrong(at: Place, value: unknown, code: ProblemCode, values?: Record<string, string>): never {
  at.problems.push(problem(value === undefined || value === null ? 'shape.missing' : code, at.path, values))
  return undefined as never
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function brief(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 40)
}
