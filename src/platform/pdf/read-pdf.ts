import { constants, inflateSync } from 'node:zlib'
import { readValue, skipSpace, startsWith, type Lexer } from './pdf-lexer.ts'
import {
  isArray,
  isDict,
  isName,
  isRef,
  isStream,
  nameUnder,
  type PdfDict,
  type PdfStream,
  type PdfValue,
} from './pdf-value.ts'

export type Pdf = {
  /** every object by its number, the last one written where there are several */
  readonly objects: ReadonlyMap<number, PdfValue>
  readonly trailer: ReadonlyMap<string, PdfValue>
  /** how many objects stand in the file a second time: what an earlier version of it said */
  readonly superseded: number
  /** how often something was added behind the end of a file that was finished */
  readonly endings: number
  /** packed objects that could not be unpacked: what they say is not known */
  readonly unread: number
}

const mostObjects = 200_000
const mostUnpacked = 48 * 1024 * 1024

/**
 * Reads a PDF by going through it, object by object, without its table of places: that table can be broken or lie, and
 * what an earlier version left behind is not in it. Undefined for anything that is none; `locked` where it is encrypted.
 */
export function readPdf(bytes: Buffer): Pdf | 'locked' | undefined {
  if (bytes.subarray(0, 1024).indexOf('%PDF-') === -1) return undefined
  const reading: Reading = { objects: new Map(), trailer: new Map(), superseded: 0, left: mostUnpacked, unread: 0 }
  const it: Lexer = { at: 0, bytes }
  while (nextObject(it) && reading.objects.size < mostObjects) readOne(it, reading)
  if (reading.trailer.has('Encrypt')) return 'locked'
  const { objects, trailer, superseded, unread } = reading
  if (objects.size === 0 || !trailer.has('Root')) return undefined
  const endings = bytes.toString('latin1').split('%%EOF').length - 1
  return { objects, trailer, superseded, unread, endings }
}

type Reading = {
  objects: Map<number, PdfValue>
  trailer: Map<string, PdfValue>
  superseded: number
  left: number
  unread: number
}

const begin = /(?:^|[\s>])(\d{1,10})\s{1,20}(\d{1,5})\s{1,20}obj(?![a-z])|(?:^|\s)trailer(?=\s|<)/g

/** Moves to the next object or trailer. Looked for in pieces that grow, so that the file is not copied for each. */
function nextObject(it: Lexer): boolean {
  const start = Math.max(0, it.at - 1)
  for (let [from, piece] = [start, 512]; from < it.bytes.length; [from, piece] = [from + piece - 64, 65_536]) {
    begin.lastIndex = 0
    const found = begin.exec(it.bytes.toString('latin1', from, from + piece))
    if (!found) continue
    it.at = from + found.index
    return true
  }
  return false
}

function readOne(it: Lexer, reading: Reading): void {
  const head = it.bytes.toString('latin1', it.at, it.at + 64)
  const object = /^[\s>]?(\d+)\s+\d+\s+obj/.exec(head)
  const trailer = /^\s?trailer/.exec(head)
  if (!object && !trailer) return void it.at++
  it.at += (object ?? trailer)![0].length
  const value = readValue(it)
  if (trailer) return keepTrailer(reading, value)
  const whole = isDict(value) ? withStream(it, value) : value
  keep(reading, Number(object![1]), whole)
  if (!isStream(whole)) return
  if (nameUnder(whole, 'Type') === 'XRef') keepTrailer(reading, whole)
  if (nameUnder(whole, 'Type') === 'ObjStm') keepPacked(reading, whole)
}

function keep(reading: Reading, number: number, value: PdfValue): void {
  if (reading.objects.has(number)) reading.superseded++
  reading.objects.set(number, value)
}

function keepTrailer(reading: Reading, value: PdfValue): void {
  if (!isDict(value)) return
  for (const key of ['Root', 'Info', 'Encrypt', 'ID']) {
    const found = value.entries.get(key)
    if (found !== undefined) reading.trailer.set(key, found)
  }
}

/** The bytes behind `stream`: as many as it says, or, where that is wrong, up to `endstream`. */
function withStream(it: Lexer, value: PdfDict | PdfStream): PdfValue {
  const before = it.at
  skipSpace(it)
  if (!startsWith(it, 'stream')) {
    it.at = before
    return value
  }
  it.at += 6
  if (it.bytes[it.at] === 13) it.at++
  if (it.bytes[it.at] === 10) it.at++
  const begins = it.at
  const length = value.entries.get('Length')
  const said = typeof length === 'number' ? begins + length : -1
  const right = said >= begins && /^\s{0,3}endstream/.test(it.bytes.toString('latin1', said, said + 12))
  const found = right ? said : it.bytes.indexOf('endstream', begins)
  const end = found === -1 ? it.bytes.length : found
  it.at = end
  return { is: 'stream', entries: value.entries, bytes: it.bytes.subarray(begins, end) }
}

/** Objects that are packed into a stream: their numbers and places first, then they themselves (7.5.7). */
function keepPacked(reading: Reading, stream: PdfStream): void {
  const bytes = unpackedStream(stream, reading.left)
  const [count, first] = [stream.entries.get('N'), stream.entries.get('First')]
  if (!bytes || typeof count !== 'number' || typeof first !== 'number') return void reading.unread++
  reading.left -= bytes.length
  const index: Lexer = { at: 0, bytes }
  for (let i = 0; i < Math.min(count, mostObjects); i++) {
    const [number, place] = [readValue(index), readValue(index)]
    if (typeof number !== 'number' || typeof place !== 'number') return void reading.unread++
    keep(reading, number, readValue({ at: first + place, bytes }))
  }
}

/** A stream's bytes as they were before they were packed; undefined where they are packed in another way than Flate. */
export function unpackedStream({ entries, bytes }: PdfStream, most: number): Buffer | undefined {
  const filter = entries.get('Filter')
  const filters = filter === undefined ? [] : isArray(filter) ? filter : [filter]
  if (filters.length === 0) return bytes.length <= most ? bytes : undefined
  const [only, ...others] = filters
  if (others.length > 0 || !isName(only) || !['FlateDecode', 'Fl'].includes(only.name)) return undefined
  const how = entries.get('DecodeParms')
  const predictor = isDict(how) ? how.entries.get('Predictor') : undefined
  if (typeof predictor === 'number' && predictor > 1) return undefined
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return undefined
  }
}

/** What a value stands for: a reference followed, at most a few steps. */
export function followed({ objects }: Pick<Pdf, 'objects'>, value: PdfValue | undefined): PdfValue | undefined {
  let it = value
  for (let steps = 0; isRef(it) && steps < 8; steps++) it = objects.get(it.number)
  return it
}

/** What stands under a key of a dictionary, followed. */
export const under = (pdf: Pick<Pdf, 'objects'>, it: PdfValue | undefined, key: string): PdfValue | undefined => {
  const found = followed(pdf, it)
  return isDict(found) ? followed(pdf, found.entries.get(key)) : undefined
}
