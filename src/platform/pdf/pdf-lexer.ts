import type { PdfValue } from './pdf-value.ts'

/** Reads values out of bytes from a place on; what cannot be read is null, and the place always moves on. */
export type Lexer = { at: number; readonly bytes: Buffer }

const deepest = 60
const space = new Set([0, 9, 10, 12, 13, 32])
const ends = new Set([...space, ...Buffer.from('()<>[]{}/%')])

export function skipSpace(it: Lexer): void {
  for (; it.at < it.bytes.length; it.at++) {
    const byte = it.bytes[it.at]!
    if (byte === 0x25) while (it.at < it.bytes.length && ![10, 13].includes(it.bytes[it.at]!)) it.at++
    else if (!space.has(byte)) return
  }
}

export const startsWith = (it: Lexer, word: string): boolean =>
  it.bytes.toString('latin1', it.at, it.at + word.length) === word

/** One value. A number that is followed by another and an R is a reference. */
export function readValue(it: Lexer, depth = 0): PdfValue {
  skipSpace(it)
  const byte = it.bytes[it.at]
  if (byte === undefined || depth > deepest) return nothing(it)
  if (byte === 0x2f) return { is: 'name', name: readName(it) }
  if (byte === 0x28) return { is: 'string', bytes: readString(it) }
  if (byte === 0x5b) return readArray(it, depth)
  if (byte === 0x3c) return it.bytes[it.at + 1] === 0x3c ? readDict(it, depth) : { is: 'string', bytes: readHex(it) }
  return readWord(it)
}

function nothing(it: Lexer): null {
  it.at++
  return null
}

function readWord(it: Lexer): PdfValue {
  const word = token(it)
  if (word === '') return nothing(it)
  if (word === 'true' || word === 'false') return word === 'true'
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return null
  const after =
    /^\d+$/.test(word) && /^\s{1,20}\d{1,5}\s{1,20}R(?![\w])/.exec(it.bytes.toString('latin1', it.at, it.at + 48))
  if (!after) return Number(word)
  it.at += after[0].length
  return { is: 'ref', number: Number(word) }
}

function token(it: Lexer): string {
  const begin = it.at
  while (it.at < it.bytes.length && !ends.has(it.bytes[it.at]!)) it.at++
  return it.bytes.toString('latin1', begin, it.at)
}

function readName(it: Lexer): string {
  it.at++
  return token(it).replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

function readArray(it: Lexer, depth: number): PdfValue[] {
  it.at++
  const items: PdfValue[] = []
  for (skipSpace(it); it.at < it.bytes.length && it.bytes[it.at] !== 0x5d; skipSpace(it)) {
    if (startsWith(it, 'endobj')) return items
    items.push(readValue(it, depth + 1))
  }
  it.at++
  return items
}

function readDict(it: Lexer, depth: number): PdfValue {
  it.at += 2
  const entries = new Map<string, PdfValue>()
  for (skipSpace(it); it.at < it.bytes.length && !startsWith(it, '>>'); skipSpace(it)) {
    if (startsWith(it, 'endobj')) break
    if (it.bytes[it.at] !== 0x2f) readValue(it, depth + 1)
    else entries.set(readName(it), readValue(it, depth + 1))
  }
  if (startsWith(it, '>>')) it.at += 2
  return { is: 'dict', entries }
}

function readHex(it: Lexer): Buffer {
  const end = it.bytes.indexOf(0x3e, it.at)
  const stop = end === -1 ? it.bytes.length : end
  const digits = it.bytes.toString('latin1', it.at + 1, stop).replace(/[^0-9a-f]/gi, '')
  it.at = stop + 1
  return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex')
}

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** A string in brackets, which may hold bracketed pairs and escapes (ISO 32000-1, 7.3.4.2). */
function readString(it: Lexer): Buffer {
  const out: number[] = []
  let open = 1
  for (it.at++; it.at < it.bytes.length; it.at++) {
    const byte = it.bytes[it.at]!
    if (byte === 0x5c) escaped(it, out)
    else {
      if (byte === 0x28) open++
      if (byte === 0x29 && --open === 0) break
      out.push(byte)
    }
  }
  it.at++
  return Buffer.from(out)
}

function escaped(it: Lexer, out: number[]): void {
  const octal = /^[0-7]{1,3}/.exec(it.bytes.toString('latin1', it.at + 1, it.at + 4))?.[0]
  if (octal) {
    out.push(parseInt(octal, 8) & 0xff)
    it.at += octal.length
    return
  }
  const char = String.fromCharCode(it.bytes[++it.at] ?? 0)
  if (char === '\n') return
  if (char === '\r') return void (it.bytes[it.at + 1] === 10 && it.at++)
  out.push(escapes[char] ?? char.charCodeAt(0))
}
