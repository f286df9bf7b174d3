import { boxesIn, emptied, numbersFrom, type Box } from './boxes.ts'

/**
 * A HEIC photo or a video with what the camera wrote into it blotted out: where and when it was taken, by which camera,
 * what a program added. Picture and sound keep every byte and their places. Undefined when it cannot be read for sure.
 */
export function withoutCameraData(bytes: Uint8Array): Buffer | undefined {
  const copy = Buffer.from(bytes)
  try {
    for (const box of boxesIn(copy, 0, copy.length)) blot(copy, box)
    return copy
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const kept = ['ftyp', 'mdat', 'free', 'skip', 'wide', 'pdin', 'styp', 'sidx', 'moof', 'mfra']

/** Makers hang boxes of their own at the end of a photo, whole videos among them: what is not known is emptied. */
function blot(bytes: Buffer, box: Box): void {
  if (box.type === 'meta') blotItems(bytes, box)
  else if (box.type === 'moov') blotFilm(bytes, box)
  else if (!kept.includes(box.type)) emptied(bytes, box)
}

/** Beside the tracks of a film, and in each of them, stand notes: the place among them, on phones. */
function blotFilm(bytes: Buffer, film: Box): void {
  for (const box of boxesIn(bytes, film.body, film.end)) {
    if (['udta', 'meta', 'uuid'].includes(box.type)) emptied(bytes, box)
    else if (box.type === 'trak') blotFilm(bytes, box)
  }
}

/** A photo is items in a list. Those that are no picture are notes: Exif, and XMP under a media type. */
function blotItems(bytes: Buffer, meta: Box): void {
  const boxes = boxesIn(bytes, meta.body + 4, meta.end)
  const one = (type: string) => boxes.find(it => it.type === type)
  for (const box of boxes) if (['xml ', 'bxml', 'uuid', 'udta'].includes(box.type)) emptied(bytes, box)
  const list = one('iinf')
  const places = one('iloc')
  if (!list || !places) return
  const notes = notesIn(bytes, list)
  for (const { id, from, to } of extentsIn(bytes, places, one('idat'))) {
    const type = notes.get(id)
    if (!type) continue
    if (!(from < to)) throw new RangeError('a note whose place is not told')
    bytes.fill(0, from, to)
    if (type === 'Exif' && to - from >= noExif.length) noExif.copy(bytes, from)
  }
}

/** Exif that says nothing, so that no reader stumbles over zeros: where it begins, its byte order, an empty list. */
const noExif = Buffer.from('000000004d4d002a00000008000000000000', 'hex')

/** The items that are no pictures, each with its type. */
function notesIn(bytes: Buffer, list: Box): Map<number, string> {
  const countIsShort = bytes.readUInt8(list.body) === 0
  const notes = new Map<number, string>()
  for (const { body } of boxesIn(bytes, list.body + (countIsShort ? 6 : 8), list.end)) {
    const version = bytes.readUInt8(body)
    if (version < 2) throw new RangeError('items without types are not photos of today')
    const numbers = numbersFrom(bytes, body + 4)
    const id = numbers.next(version === 2 ? 2 : 4)
    numbers.next(2)
    const type = bytes.toString('latin1', numbers.at(), numbers.at() + 4)
    if (['Exif', 'mime', 'uri '].includes(type)) notes.set(id, type)
  }
  return notes
}

type Extent = { readonly id: number; readonly from: number; readonly to: number }

/** Where the items lie in the file, one after the other: a list of millions costs no memory. Throws RangeError past its end. */
function* extentsIn(bytes: Buffer, places: Box, data: Box | undefined): Generator<Extent> {
  const version = bytes.readUInt8(places.body)
  const numbers = numbersFrom(bytes, places.body + 4)
  const [offset, length] = halves(numbers.next(1))
  const [base, index] = halves(numbers.next(1))
  if (length === 0) throw new RangeError('items whose ends are not told')
  for (let items = numbers.next(version < 2 ? 2 : 4); items > 0; items--) {
    const id = numbers.next(version < 2 ? 2 : 4)
    const way = version === 0 ? 0 : numbers.next(2) & 15
    numbers.next(2)
    const begins = numbers.next(base) + beginOf(way, data)
    for (let parts = numbers.next(2); parts > 0; parts--) {
      if (version > 0) numbers.next(index)
      const from = begins + numbers.next(offset)
      const to = from + numbers.next(length)
      if (to > bytes.length) throw new RangeError('an item past the end')
      yield { id, from, to }
    }
  }
}

const halves = (byte: number): [number, number] => [byte >> 4, byte & 15]

/** Places are told from the beginning of the file, or of the box of data beside the list. */
function beginOf(way: number, data: Box | undefined): number {
  if (way === 0) return 0
  if (way === 1 && data) return data.body
  // parts of other items: pictures put together from tiles, and nothing that a note would be
  return Number.NaN
}
