import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

/** How much may still be unpacked, in bytes; shared by an archive and the archives inside it. */
export type Allowance = { bytes: number }

export type Zip = {
  /** every file of the archive, by its own directory */
  readonly names: readonly string[]
  /** one file's bytes; says so where it is damaged, locked or more than is allowed */
  readonly read: (name: string) => Promise<Buffer | Unreadable>
}

/** `locked`: behind a password · `broken`: damaged, or written in a way that programs read differently · `too-much` */
export type Unreadable = 'locked' | 'broken' | 'too-much'

type Entry = { readonly at: number; readonly packed: number; readonly method: number; readonly locked: boolean }

const [endMark, entryMark, localMark] = [0x06054b50, 0x02014b50, 0x04034b50]
const mostEntries = 5000
const inflate = promisify(inflateRaw)

/**
 * Opens a ZIP archive by its directory, as PKWARE's APPNOTE 6.3 has it. Nothing is unpacked before it is asked for, and
 * never more than the allowance: the sizes an archive says of itself are not believed.
 */
export function openZip(bytes: Buffer, allowance: Allowance): Zip | Unreadable {
  const entries = entriesOf(bytes)
  if (typeof entries === 'string') return entries
  return {
    names: [...entries.keys()],
    read: async name => {
      const entry = entries.get(name)
      return entry ? unpacked(bytes, entry, allowance) : 'broken'
    },
  }
}

export const isUnreadable = <T>(it: T | Unreadable): it is Unreadable => typeof it === 'string'

function entriesOf(bytes: Buffer): Map<string, Entry> | Unreadable {
  const end = endOf(bytes)
  if (end === undefined) return 'broken'
  const count = bytes.readUInt16LE(end + 10)
  if (count > mostEntries) return 'too-much'
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) return 'broken'
    const length = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + length)
    // the same name twice: one program reads the first, another the second
    if (entries.has(name)) return 'broken'
    entries.set(name, {
      at: bytes.readUInt32LE(at + 42),
      packed: bytes.readUInt32LE(at + 20),
      method: bytes.readUInt16LE(at + 10),
      locked: (bytes.readUInt16LE(at + 8) & 1) === 1,
    })
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** The directory ends the archive, but for a comment of up to 64 kB. */
function endOf(bytes: Buffer): number | undefined {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at--)
    if (bytes.readUInt32LE(at) === endMark) return at
  return undefined
}

async function unpacked(bytes: Buffer, it: Entry, allowance: Allowance): Promise<Buffer | Unreadable> {
  if (it.locked) return 'locked'
  if (it.at + 30 > bytes.length || bytes.readUInt32LE(it.at) !== localMark) return 'broken'
  const begin = it.at + 30 + bytes.readUInt16LE(it.at + 26) + bytes.readUInt16LE(it.at + 28)
  if (begin + it.packed > bytes.length) return 'broken'
  const packed = bytes.subarray(begin, begin + it.packed)
  const whole = it.method === 0 ? packed : it.method === 8 ? await inflated(packed, allowance.bytes) : 'broken'
  if (isUnreadable(whole)) return whole
  if (whole.length > allowance.bytes) return 'too-much'
  allowance.bytes -= whole.length
  return whole
}

async function inflated(packed: Buffer, most: number): Promise<Buffer | Unreadable> {
  if (most <= 0) return 'too-much'
  try {
    return await inflate(packed, { maxOutputLength: most })
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-much' : 'broken'
  }
}
