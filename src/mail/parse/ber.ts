/** One element of ASN.1 as it is put into bytes (X.690, BER): what signatures and certificates are made of. */
export type Element = {
  /** the first byte: class, whether it holds others, number */
  readonly tag: number
  /** the value's bytes, without tag and length */
  readonly content: Uint8Array
  /** the whole element as it stands */
  readonly whole: Uint8Array
  /** what is inside; nothing for a plain value */
  readonly children: readonly Element[]
}

const deepest = 30
const most = 20_000

/** Reads one element and everything inside. Throws on what is not built so, or would take for ever. */
export function readBer(bytes: Uint8Array): Element {
  const left = { elements: most }
  return readAt(bytes, 0, deepest, left)
}

function readAt(bytes: Uint8Array, at: number, depth: number, left: { elements: number }): Element {
  if (depth === 0 || left.elements-- <= 0) throw new Error('nested too deeply or too many elements')
  const tag = byteAt(bytes, at)
  if ((tag & 0x1f) === 0x1f) throw new Error('a tag of many bytes is used nowhere here')
  const { length, from } = lengthAt(bytes, at + 1)
  const holds = (tag & 0x20) !== 0
  if (length === undefined) return untilEnd(bytes, { at, tag, from, depth, left })
  if (from + length > bytes.length) throw new Error('it ends before its end')
  const content = bytes.subarray(from, from + length)
  const children: Element[] = []
  for (let next = 0; holds && next < length;) {
    const child = readAt(content, next, depth - 1, left)
    children.push(child)
    next += child.whole.length
  }
  return { tag, content, whole: bytes.subarray(at, from + length), children }
}

type Open = { at: number; tag: number; from: number; depth: number; left: { elements: number } }

/** A value whose length was not known when it was begun: it ends with two zeros. */
function untilEnd(bytes: Uint8Array, { at, tag, from, depth, left }: Open): Element {
  const children: Element[] = []
  let next = from
  while (byteAt(bytes, next) !== 0 || byteAt(bytes, next + 1) !== 0) {
    const child = readAt(bytes, next, depth - 1, left)
    children.push(child)
    next += child.whole.length
  }
  return { tag, content: bytes.subarray(from, next), whole: bytes.subarray(at, next + 2), children }
}

/** Undefined: open-ended. */
function lengthAt(bytes: Uint8Array, at: number): { length: number | undefined; from: number } {
  const first = byteAt(bytes, at)
  if (first < 0x80) return { length: first, from: at + 1 }
  if (first === 0x80) return { length: undefined, from: at + 1 }
  const count = first & 0x7f
  if (count > 4) throw new Error('longer than any message')
  let length = 0
  for (let i = 1; i <= count; i++) length = length * 256 + byteAt(bytes, at + i)
  return { length, from: at + 1 + count }
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) throw new Error('it ends before its end')
  return byte
}

/** The bytes of an octet string, which may be cut into pieces. */
export const octets = (it: Element): Uint8Array =>
  it.children.length > 0 ? Buffer.concat(it.children.map(octets)) : it.content

/** `1.2.840.113549.1.7.2`: the name of a kind of thing. */
export function objectName({ content }: Element): string {
  const parts: number[] = []
  let value = 0
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      parts.push(value)
      value = 0
    }
  }
  const [first = 0, ...rest] = parts
  const top = Math.min(2, Math.floor(first / 40))
  return [top, first - top * 40, ...rest].join('.')
}
