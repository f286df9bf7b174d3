/** Where each kind of picture keeps what the camera and the programs wrote: `place` says where it was taken. */
export type PictureData = { readonly place: boolean; readonly other: boolean }

const none: PictureData = { place: false, other: false }

/** What a JPEG, PNG, GIF or WebP carries beside the picture. Reads marks and lengths only, and nothing beyond its end. */
export function dataInPicture(bytes: Buffer): PictureData {
  if (bytes.length < 12) return none
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return summed(jpegSegments(bytes))
  if (bytes.toString('latin1', 1, 4) === 'PNG') return summed(pngChunks(bytes))
  if (bytes.toString('latin1', 0, 3) === 'GIF') return summed(gifExtensions(bytes))
  if (bytes.toString('latin1', 8, 12) === 'WEBP') return summed(webpChunks(bytes))
  return none
}

/** Each stretch of data; EXIF keeps a place under the tag 0x8825, XMP under names that begin with `exif:GPS`. */
function summed(stretches: readonly Buffer[]): PictureData {
  const place = stretches.some(it => it.includes('GPSL') || hasPlaceTag(it))
  return { place, other: stretches.length > 0 }
}

function hasPlaceTag(bytes: Buffer): boolean {
  const begin = bytes
    .subarray(0, 16)
    .toString('latin1')
    .search(/II\*\0|MM\0\*/)
  if (begin === -1) return false
  const tiff = bytes.subarray(begin)
  const little = tiff[0] === 0x49
  const number = (at: number, size: 2 | 4): number =>
    at + size > tiff.length ? 0 : little ? tiff.readUIntLE(at, size) : tiff.readUIntBE(at, size)
  const first = number(4, 4)
  const count = Math.min(number(first, 2), 500)
  return Array.from({ length: count }, (_, i) => number(first + 2 + i * 12, 2)).includes(0x8825)
}

function jpegSegments(bytes: Buffer): Buffer[] {
  const kept: Buffer[] = []
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const mark = bytes[at + 1]!
    if (mark === 0xda || mark === 0xd9) break
    if (mark === 0xff) {
      at++
      continue
    }
    const body = bytes.subarray(at + 4, at + 2 + Math.max(2, bytes.readUInt16BE(at + 2)))
    const head = body.toString('latin1', 0, 30)
    if (/^(Exif\0|http:\/\/ns\.adobe\.com|Photoshop)/.test(head) || mark === 0xfe) kept.push(body)
    at += 2 + Math.max(2, bytes.readUInt16BE(at + 2))
  }
  return kept
}

function pngChunks(bytes: Buffer): Buffer[] {
  const kept: Buffer[] = []
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    if (['eXIf', 'tEXt', 'iTXt', 'zTXt'].includes(bytes.toString('latin1', at + 4, at + 8)))
      kept.push(bytes.subarray(at + 8, Math.min(bytes.length, at + 8 + length)))
    at += 12 + length
  }
  return kept
}

function webpChunks(bytes: Buffer): Buffer[] {
  const kept: Buffer[] = []
  for (let at = 12; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32LE(at + 4)
    if (['EXIF', 'XMP '].includes(bytes.toString('latin1', at, at + 4)))
      kept.push(bytes.subarray(at + 8, Math.min(bytes.length, at + 8 + length)))
    at += 8 + length + (length % 2)
  }
  return kept
}

/** Comments, and XMP among the extensions of applications. */
function gifExtensions(bytes: Buffer): Buffer[] {
  const comment = bytes.indexOf(Buffer.from([0x21, 0xfe]))
  const xmp = bytes.indexOf('XMP DataXMP')
  return [comment, xmp].filter(it => it !== -1).map(it => bytes.subarray(it, it + 4096))
}
