import { crc32, deflateRawSync } from 'node:zlib'

export type ZipFile = { readonly name: string; readonly bytes: Uint8Array }

const utf8Names = 0x0800
/** 1 January 1980, the first day a ZIP archive knows: the same content gives the same bytes. */
const firstDay = 0x0021

/** Files as one ZIP archive, in their order. Names are UTF-8 and must be different from one another. */
export function zipOf(files: readonly ZipFile[]): Buffer {
  const names = new Set(files.map(it => it.name))
  if (names.size !== files.length) throw new Error('two files of the archive have one name')
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes } of files) {
    const packed = deflateRawSync(bytes)
    const named = Buffer.from(name)
    const facts = factsOf(bytes, packed, named)
    directory.push(entry(facts, at), named)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), facts, named, packed])
    parts.push(local)
    at += local.length
  }
  const index = Buffer.concat(directory)
  return Buffer.concat([...parts, index, end(files.length, index.length, at)])
}

/** What stands of a file before its bytes and again in the directory. */
function factsOf(bytes: Uint8Array, packed: Buffer, name: Buffer): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(utf8Names, 2)
  facts.writeUInt16LE(8, 4)
  facts.writeUInt16LE(firstDay, 8)
  facts.writeUInt32LE(crc32(bytes), 10)
  facts.writeUInt32LE(packed.length, 14)
  facts.writeUInt32LE(bytes.length, 18)
  facts.writeUInt16LE(name.length, 22)
  return facts
}

function entry(facts: Buffer, at: number): Buffer {
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(at, 10)
  return Buffer.concat([Buffer.from('504b01021400', 'hex'), facts, rest])
}

function end(count: number, size: number, at: number): Buffer {
  const it = Buffer.alloc(22)
  it.writeUInt32LE(0x06054b50, 0)
  it.writeUInt16LE(count, 8)
  it.writeUInt16LE(count, 10)
  it.writeUInt32LE(size, 12)
  it.writeUInt32LE(at, 16)
  return it
}
