/** A box of an ISO base media file (ISO/IEC 14496-12): photos of phones and videos are made of them. Places are in bytes. */
export type Box = { readonly type: string; readonly at: number; readonly body: number; readonly end: number }

/** The boxes that lie side by side between two places, to the last byte. Throws RangeError where they do not fit. */
export function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = []
  for (let at = from; at < to;) {
    const box = boxAt(bytes, at, to)
    boxes.push(box)
    at = box.end
  }
  return boxes
}

/** A size of 1 says that the real one follows in 8 bytes; 0, that the box goes on to the end. */
function boxAt(bytes: Buffer, at: number, to: number): Box {
  const small = bytes.readUInt32BE(at)
  const body = at + (small === 1 ? 16 : 8)
  const size = small === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : small === 0 ? to - at : small
  if (body > at + size || at + size > to) throw new RangeError('a box larger than what holds it')
  return { type: bytes.toString('latin1', at + 4, at + 8), at, body, end: at + size }
}

/** Empties a box where it lies: of the same length, so that nothing moves, and of the type that every reader leaves out. */
export function emptied(bytes: Buffer, box: Box): void {
  bytes.write('free', box.at + 4, 'latin1')
  bytes.fill(0, box.body, box.end)
}

/** Reads numbers one after the other. Throws RangeError past the end. */
export function numbersFrom(bytes: Buffer, from: number) {
  let at = from
  return {
    /** of so many bytes, biggest first; none of 0 bytes is 0 */
    next(length: number): number {
      const read = length === 8 ? Number(bytes.readBigUInt64BE(at)) : length === 0 ? 0 : bytes.readUIntBE(at, length)
      at += length
      return read
    },
    at: () => at,
  }
}
