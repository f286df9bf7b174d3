/** A file to be packed, or a whole message. */
type Packing = { readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly message: Uint8Array })

/** A winmail.dat as Outlook writes it, after MS-OXTNEF: short name, long name among the properties, bytes. */
export function tnefOf(files: readonly Packing[], text = ''): Buffer {
  const parts: Uint8Array[] = [Buffer.from('789f3e220100', 'hex')]
  if (text) parts.push(attribute(1, 0x02800c, Buffer.from(`${text}\0`, 'latin1')))
  for (const it of files) {
    parts.push(attribute(2, 0x069002, Buffer.alloc(14)))
    parts.push(attribute(2, 0x018010, Buffer.from('SHORT~1.TXT\0')))
    if ('bytes' in it) parts.push(attribute(2, 0x06800f, it.bytes))
    const object = 'message' in it ? [property(0x3701, 0x0d, Buffer.concat([Buffer.alloc(16), it.message]))] : []
    const props = [
      Buffer.from('0300053701000000', 'hex'),
      namedProperty(),
      property(0x3707, 0x1f, utf16(it.name)),
      ...object,
    ]
    parts.push(attribute(2, 0x069005, Buffer.concat([number(props.length), ...props])))
  }
  return Buffer.concat(parts)
}

const number = (value: number): Buffer => {
  const four = Buffer.alloc(4)
  four.writeUInt32LE(value)
  return four
}

function attribute(level: number, name: number, data: Uint8Array): Buffer {
  const sum = data.reduce((all, byte) => (all + byte) & 0xffff, 0)
  return Buffer.concat([Buffer.of(level), number(name), number(data.length), data, Buffer.of(sum & 255, sum >> 8)])
}

const utf16 = (text: string): Buffer => Buffer.from(`${text}\0`, 'utf16le')

function property(id: number, type: number, data: Uint8Array): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(type)
  head.writeUInt16LE(id, 2)
  return Buffer.concat([head, number(1), number(data.length), data, Buffer.alloc(-data.length & 3)])
}

/** A property with a name of its own, which readers have to step over. */
function namedProperty(): Buffer {
  const name = utf16('colour')
  const head = Buffer.from('03000180', 'hex')
  return Buffer.concat([
    head,
    Buffer.alloc(16),
    number(1),
    number(name.length),
    name,
    Buffer.alloc(-name.length & 3),
    number(7),
  ])
}

/** A ZIP archive that says it holds these files, each packed into nothing; `size` is what it says it unpacks to. */
export function zipOf(files: readonly { readonly name: string; readonly size: number }[]): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  for (const { name, size } of files) {
    const called = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(2, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(called.length, 22)
    local.push(Buffer.from('PK\x03\x04'), common, called, Buffer.of(3, 0))
    directory.push(Buffer.from('PK\x01\x02'), Buffer.of(20, 0), common, Buffer.alloc(14), called)
  }
  const from = Buffer.concat(local)
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(entries.length, 8)
  end.writeUInt32LE(from.length, 12)
  return Buffer.concat([from, entries, Buffer.from('PK\x05\x06'), end])
}
