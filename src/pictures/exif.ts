import { isWhere } from './coordinates.ts'

/**
 * EXIF (CIPA DC-008) made anew with what is kept of it: words of rights, dates, camera and exposure, how the picture lies. No GPS,
 * no maker's note, no second picture, no tag that is not known here. Nothing when none of it is left, or it cannot be read.
 */
export function silentExif(given: Uint8Array): Buffer | undefined {
  const tiff = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const mark = tiff.toString('latin1', 0, 4)
  if (tiff.length < 8 || (mark !== 'II*\0' && mark !== 'MM\0*')) return undefined
  const order = orderOf(mark === 'II*\0')
  const main = entriesAt(tiff, order.long(tiff, 4), order)
  const pointer = main.find(({ tag }) => tag === toCamera)
  const camera = pointer ? entriesAt(tiff, order.long(pointer.value, 0), order).filter(keptOf(cameraTags)) : []
  const kept = main.filter(keptOf(mainTags))
  if (!kept.length && !camera.length) return undefined
  const to = (at: number): Entry => ({ tag: toCamera, type: 4, count: 1, value: order.number(at) })
  const withPointer = (at: number) => [...kept, ...(camera.length ? [to(at)] : [])].toSorted((a, b) => a.tag - b.tag)
  const { length } = directory(withPointer(0), 8, order)
  return Buffer.concat([
    Buffer.from(mark, 'latin1'),
    order.number(8),
    directory(withPointer(8 + length), 8, order),
    ...(camera.length ? [directory(camera, 8 + length, order)] : []),
  ])
}

type Entry = { tag: number; type: number; count: number; value: Buffer }
type Order = ReturnType<typeof orderOf>

function orderOf(little: boolean) {
  return {
    short: (bytes: Buffer, at: number) =>
      at + 2 > bytes.length ? 0 : little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at),
    long: (bytes: Buffer, at: number) =>
      at + 4 > bytes.length ? 0 : little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at),
    number: (value: number, size: 2 | 4 = 4) => {
      const bytes = Buffer.alloc(size)
      if (little) bytes.writeUIntLE(value, 0, size)
      else bytes.writeUIntBE(value, 0, size)
      return bytes
    },
  }
}

/** The entries of a directory whose values lie in the file (TIFF 6.0, section 2). */
function entriesAt(tiff: Buffer, from: number, { short, long }: Order): Entry[] {
  if (from < 8 || from + 2 > tiff.length) return []
  return Array.from({ length: Math.min(short(tiff, from), 512) }, (_, nth) => from + 2 + 12 * nth).flatMap((at) => {
    const [tag, type, count] = [short(tiff, at), short(tiff, at + 2), long(tiff, at + 4)]
    const size = (sizes[type] ?? 0) * count
    const begins = size > 4 ? long(tiff, at + 8) : at + 8
    const value = tiff.subarray(begins, begins + size)
    return size > 0 && at + 12 <= tiff.length && value.length === size ? [{ tag, type, count, value }] : []
  })
}

function directory(entries: readonly Entry[], at: number, { number }: Order): Buffer {
  const rows: Buffer[] = []
  const values: Buffer[] = []
  let next = at + 2 + 12 * entries.length + 4
  for (const { tag, type, count, value } of entries) {
    const even = Buffer.concat([value, Buffer.alloc(value.length <= 4 ? 4 - value.length : value.length % 2)])
    rows.push(number(tag, 2), number(type, 2), number(count), value.length <= 4 ? even : number(next))
    if (value.length <= 4) continue
    values.push(even)
    next += even.length
  }
  return Buffer.concat([number(entries.length, 2), ...rows, number(0), ...values])
}

function keptOf(tags: ReadonlySet<number>): (entry: Entry) => boolean {
  return ({ tag, type, count, value }) => {
    if (!tags.has(tag)) return false
    if (tag >= 0x9c9b && tag <= 0x9c9f) return type === 1 && !isWhere(value.toString('utf16le').replaceAll('\0', ''))
    if (type !== 2) return count <= 8
    return !value.toString('utf8').split('\0').some(isWhere)
  }
}

const toCamera = 0x8769

const mainTags: ReadonlySet<number> = new Set([
  0x010e, 0x010f, 0x0110, 0x0112, 0x011a, 0x011b, 0x0128, 0x0131, 0x0132, 0x013b, 0x013e, 0x013f, 0x0211, 0x0213,
  0x0214, 0x8298, 0x9c9b, 0x9c9c, 0x9c9d, 0x9c9f,
])

const cameraTags: ReadonlySet<number> = new Set([
  0x829a, 0x829d, 0x8822, 0x8827, 0x8830, 0x9000, 0x9003, 0x9004, 0x9010, 0x9011, 0x9012, 0x9101, 0x9102, 0x9201,
  0x9202, 0x9203, 0x9204, 0x9205, 0x9207, 0x9208, 0x9209, 0x920a, 0x9290, 0x9291, 0x9292, 0xa000, 0xa001, 0xa002,
  0xa003, 0xa217, 0xa300, 0xa301, 0xa401, 0xa402, 0xa403, 0xa404, 0xa405, 0xa406, 0xa407, 0xa408, 0xa409, 0xa40a,
])

/** Bytes of a value by its type. */
const sizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 12: 8 }
