/** A file that Outlook packed into winmail.dat. */
export type Packed = { readonly name: string; readonly bytes: Uint8Array }
export type Tnef = { readonly text: string; readonly html: string; readonly files: readonly Packed[] }

const signature = 0x223e9f78
const [attachRenderData, attachTitle, attachData, attachProps] = [0x069002, 0x018010, 0x06800f, 0x069005]
const [body, messageProps] = [0x02800c, 0x069003]
const [fileName, longFileName, dataObject] = [0x3704, 0x3707, 0x3701]
const [bodyText, bodyHtml] = [0x1000, 0x1013]

const mostFiles = 100
const deepest = 3

/**
 * Opens winmail.dat (Transport Neutral Encapsulation Format, MS-OXTNEF), messages packed in it up to depth 3. Undefined
 * when it is none; whatever stands before a break in it is given. Takes no more memory than the file itself.
 */
export const openTnef = (bytes: Uint8Array): Tnef | undefined => openAt(bytes, deepest)

function openAt(bytes: Uint8Array, depth: number): Tnef | undefined {
  const view = viewOf(bytes)
  if (bytes.length < 6 || view.getUint32(0, true) !== signature) return undefined
  const found: { text: string; html: string; files: Opening[] } = { text: '', html: '', files: [] }
  for (const { name, data } of attributes(bytes)) {
    if (name === body) found.text = latin(data)
    else if (name === messageProps) {
      const props = properties(data)
      found.text ||= textOf(props.get(bodyText))
      found.html ||= textOf(props.get(bodyHtml))
    } else if (name === attachRenderData && found.files.length < mostFiles) found.files.push({ name: '', bytes: empty })
    else fill(found.files.at(-1), name, data)
  }
  return { text: found.text, html: found.html, files: found.files.flatMap(it => unpacked(it, depth)) }
}

type Opening = { name: string; bytes: Uint8Array; object?: Uint8Array }

function fill(file: Opening | undefined, name: number, data: Uint8Array): void {
  if (!file) return
  if (name === attachTitle) file.name ||= latin(data)
  else if (name === attachData) file.bytes = data
  else if (name === attachProps) {
    const props = properties(data)
    file.name = textOf(props.get(longFileName)) || textOf(props.get(fileName)) || file.name
    const object = props.get(dataObject)?.data
    if (object) file.object = object
  }
}

/** An object begins with the 16 bytes of what kind it is; a packed message goes on as winmail.dat does. */
function unpacked({ name, bytes, object }: Opening, depth: number): Packed[] {
  const inner = object && depth > 1 ? openAt(object.subarray(16), depth - 1) : undefined
  if (!inner) return bytes.length > 0 ? [{ name, bytes }] : object ? [{ name, bytes: object.subarray(16) }] : []
  const words = inner.text.trim() ? [{ name: `${name || 'message'}.txt`, bytes: Buffer.from(inner.text) }] : []
  return [...words, ...inner.files].slice(0, mostFiles)
}

/** level, name, length, value, check sum: one after the other to the end. */
function* attributes(bytes: Uint8Array): Generator<{ name: number; data: Uint8Array }> {
  const view = viewOf(bytes)
  for (let at = 6; at + 9 <= bytes.length;) {
    const length = view.getUint32(at + 5, true)
    if (at + 9 + length > bytes.length) return
    yield { name: view.getUint32(at + 1, true) & 0xffffff, data: bytes.subarray(at + 9, at + 9 + length) }
    at += 9 + length + 2
  }
}

type Property = { readonly type: number; readonly data: Uint8Array }

const sizes: Readonly<Record<number, number>> = {
  2: 4,
  3: 4,
  4: 4,
  0xa: 4,
  0xb: 4,
  5: 8,
  6: 8,
  7: 8,
  0x14: 8,
  0x40: 8,
  0x48: 16,
}
const most = 2000

/** The first value of each property; those with names of their own are passed over. */
function properties(bytes: Uint8Array): Map<number, Property> {
  const found = new Map<number, Property>()
  const view = viewOf(bytes)
  try {
    let at = 4
    for (let left = Math.min(view.getUint32(0, true), most); left > 0; left--) {
      const [type, id] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
      at += 4
      if (id >= 0x8000) at += view.getUint32(at + 16, true) === 0 ? 24 : 24 + padded(view.getUint32(at + 20, true))
      const { data, next } = valueAt(bytes, view, at, type)
      if (!found.has(id)) found.set(id, { type, data })
      at = next
    }
  } catch {
    // broken off: what came before counts
  }
  return found
}

/** Texts and objects stand with their length; several values, where the type says so, one after the other. */
function valueAt(bytes: Uint8Array, view: DataView, from: number, type: number): { data: Uint8Array; next: number } {
  const plain = type & 0xfff
  const size = sizes[plain]
  const isMany = (type & 0x1000) !== 0
  if (size && !isMany) return { data: bytes.subarray(from, from + size), next: from + size }
  let at = from + 4
  let first: Uint8Array = empty
  for (let left = Math.min(view.getUint32(from, true), most), i = 0; i < left; i++) {
    const length = size ?? view.getUint32(at, true)
    const start = size ? at : at + 4
    if (i === 0) first = bytes.subarray(start, start + length)
    at = start + padded(length)
  }
  return { data: first, next: at }
}

const padded = (length: number): number => Math.ceil(length / 4) * 4

const unicode = 0x1f

function textOf(it: Property | undefined): string {
  if (!it) return ''
  return it.type === unicode ? untilNul(new TextDecoder('utf-16le').decode(it.data)) : latin(it.data)
}

const latin = (bytes: Uint8Array): string => untilNul(new TextDecoder('windows-1252').decode(bytes))

const untilNul = (text: string): string => text.split('\0', 1)[0] ?? ''

const empty = new Uint8Array()

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
