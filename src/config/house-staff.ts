import { each, text1, words } from './house-reading.ts'
import { type Role, type Staff, staffRoles } from './house.ts'

/** What a line of the staff may say. `bureau` is for whoever reads the file. */
const keys = ['id', 'name', 'role', 'title', 'about', 'bureau']

/** Reads the staff of a `house.yaml`. A line that is about somebody who is there already says what is to change. */
export function staffFrom(value: unknown, own: string, wrong: string[]): Staff[] {
  return each(
    value,
    'staff',
    wrong,
    (one, at): Staff => {
      const called = words(one['name'], `${at}.name`, own, wrong)
      if (typeof one['name'] === 'string' && !called.text) wrong.push(`${at}.name: must be a text`)
      const [title, about] = ['title', 'about'].map((key) =>
        one[key] === undefined ? undefined : words(one[key], `${at}.${key}`, own, wrong),
      )
      return {
        id: idOf(one['id'], `${at}.id`, wrong),
        name: called.text,
        names: typeof one['name'] === 'string' ? {} : called.all,
        ...(one['role'] === undefined ? {} : { roles: rolesOf(one['role'], `${at}.role`, wrong) }),
        ...(title ? { title: title.text, titles: title.all } : {}),
        ...(about ? { about: about.text, abouts: about.all } : {}),
      }
    },
    keys,
  )
}

/** The staff as a `house.yaml` says them. */
export function staffOf(staff: readonly Staff[], plain: (all: Record<string, string>) => unknown): unknown[] {
  return staff.map(({ id, name, names = {}, roles = [], title, titles, about, abouts }) => ({
    id,
    name: Object.keys(names).length ? names : name,
    ...(roles.length ? { role: roles.length === 1 ? roles[0] : roles } : {}),
    ...(title ? { title: plain(titles ?? {}) ?? title } : {}),
    ...(about ? { about: plain(abouts ?? {}) ?? about } : {}),
  }))
}

function idOf(value: unknown, at: string, wrong: string[]): string {
  const id = text1(value, at, wrong)
  if (id && !/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u.test(id))
    wrong.push(`${at}: “${id}” cannot be an id; write letters, figures, points and hyphens, at most 40`)
  return id
}

function rolesOf(value: unknown, at: string, wrong: string[]): Role[] {
  const all = Array.isArray(value) ? value : [value]
  return all.flatMap((one) => {
    const role = staffRoles.find((known) => known === one)
    if (!role) wrong.push(`${at}: “${String(one)}” is no role; one of ${staffRoles.join(', ')}`)
    return role ?? []
  })
}
