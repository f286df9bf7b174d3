import { oneLine, shortened } from '../../kernel/text.ts'

/** What a ZIP archive says is in it. It is read from its directory; nothing is ever unpacked here. */
export type Archive = {
  readonly names: readonly string[]
  /** how many files it says are in it */
  readonly count: number
  /** it would unpack to far more than anybody sends: made to fill a disk */
  readonly bomb: boolean
}

const mostNames = 20
const [endMark, entryMark, localMark] = [0x06054b50, 0x02014b50, 0x04034b50]
const tooMuch = 1024 ** 3
const [suspiciousSize, suspiciousRatio] = [50 * 1024 ** 2, 200]

/** Undefined for anything that is no ZIP archive. What its directory leaves out does not count: programs leave it out too. */
export function readArchive(bytes: Uint8Array): Archive | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 22 || view.getUint32(0, true) !== localMark) return undefined
  const end = endOf(bytes, view)
  if (end === undefined) return { names: [], count: 0, bomb: false }
  const names: string[] = []
  let [count, unpacked, packed] = [0, 0, 0]
  for (
    let at = view.getUint32(end + 16, true);
    at + 46 <= bytes.length && view.getUint32(at, true) === entryMark;
    count++
  ) {
    packed += view.getUint32(at + 20, true)
    unpacked += view.getUint32(at + 24, true)
    const length = view.getUint16(at + 28, true)
    if (names.length < mostNames) names.push(nameIn(bytes.subarray(at + 46, at + 46 + length)))
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  // overlapping entries say they are packed into more than there is
  const real = Math.max(1, Math.min(packed, bytes.length))
  return { names, count, bomb: unpacked >= tooMuch || (unpacked > suspiciousSize && unpacked / real > suspiciousRatio) }
}

/** The directory ends the archive, but for a comment of up to 64 kB. */
function endOf(bytes: Uint8Array, view: DataView): number | undefined {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at--) {
    if (view.getUint32(at, true) === endMark) return at
  }
  return undefined
}

const nameIn = (bytes: Uint8Array): string =>
  shortened(oneLine(new TextDecoder().decode(bytes).replace(/[\u202a-\u202e\u2066-\u2069]/g, '')), 100)
