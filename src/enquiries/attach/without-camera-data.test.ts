import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { withoutCameraData } from './without-camera-data.ts'

const exif = { IFD0: { Artist: 'CANARY-ARTIST' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } }
const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><!-- CANARY-XMP --></x:xmpmeta>'

/** The container of a phone's photo, as the library writes it that phones' photos are read with; only its codec is another. */
const photo = () =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#0f5e66' } })
    .withExif(exif)
    .withXmp(xmp)
    .avif()
    .toBuffer()

const box = (type: string, ...parts: Buffer[]) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + Buffer.concat(parts).length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, ...parts])
}
const hex = (it: string) => Buffer.from(it.replaceAll(' ', ''), 'hex')
const words = (it: string) => Buffer.from(it, 'latin1')

test('a photo in the container of phones loses Exif and XMP, and shows the same', async () => {
  const bytes = await photo()
  assert.ok(bytes.includes('CANARY-ARTIST') && bytes.includes('CANARY-XMP'))
  const bare = withoutCameraData(bytes)!
  assert.equal(bare.length, bytes.length)
  assert.ok(!bare.includes('CANARY'))
  const { format, width, height } = await sharp(bare, { failOn: 'error' }).metadata()
  assert.deepEqual([format, width, height], ['heif', 64, 48])
  assert.deepEqual(await sharp(bare).raw().toBuffer(), await sharp(bytes).raw().toBuffer())
})

/** Items of 16-bit number 1 (a picture), 2 (Exif, in the data beside the list) and 3 (XMP, of two parts in the file). */
function madeByHand() {
  const item = (id: string, type: string) => box('infe', hex(`02000000 ${id} 0000`), words(`${type}\0`))
  const list = box('iinf', hex('00000000 0003'), item('0001', 'hvc1'), item('0002', 'Exif'), item('0003', 'mime'))
  const data = box('idat', words('EXIF-CANARY-OF-SOME-LENGTH'))
  const pixels = words('PICTURE-ONE')
  const note = words('CANARY-XMP-ONECANARY-XMP-TWO')
  const head = box('ftyp', words('heic'), hex('00000000'))
  const placesOf = (at: number) => {
    const part = (from: number, length: number) => {
      const it = Buffer.alloc(8)
      it.writeUInt32BE(from)
      it.writeUInt32BE(length, 4)
      return it
    }
    const itemAt = (id: string, way: string, ...parts: Buffer[]) =>
      Buffer.concat([hex(`${id} ${way} 0000 000${parts.length}`), ...parts])
    const picture = itemAt('0001', '0000', part(at, pixels.length))
    const taken = itemAt('0002', '0001', part(0, 26))
    const told = itemAt('0003', '0000', part(at + pixels.length, 14), part(at + pixels.length + 14, 14))
    return box('iloc', hex('01000000 44 00 0003'), picture, taken, told)
  }
  const metaOf = (at: number) => box('meta', hex('00000000'), list, placesOf(at), data)
  const film = box(
    'moov',
    box('udta', words('CANARY')),
    box('trak', box('meta', words('CANARY')), box('tkhd', words('T'))),
  )
  const begin = head.length + metaOf(0).length + 8
  return Buffer.concat([
    head,
    metaOf(begin),
    box('mdat', pixels, note),
    film,
    box('sefd', words('CANARY-OF-THE-MAKER')),
  ])
}

test('what the camera said is found in the file, beside the list, in films and in boxes of makers', () => {
  const made = madeByHand()
  const bare = withoutCameraData(made)!
  assert.equal(bare.length, made.length)
  assert.ok(!bare.includes('CANARY'))
  assert.ok(bare.includes('PICTURE-ONE') && bare.includes('tkhd'))
  assert.deepEqual(withoutCameraData(bare), bare)
})

test('what cannot be read for sure is not said to be bare, and nothing read is ever changed in place', async () => {
  const made = madeByHand()
  const before = Buffer.from(made)
  withoutCameraData(made)
  assert.deepEqual(made, before)
  assert.equal(withoutCameraData(made.subarray(0, 90)), undefined)
  const bytes = await photo()
  for (let at = 0; at < 400; at += 3) {
    const broken = Buffer.from(bytes)
    broken[at] = 255 - broken[at]!
    const bare = withoutCameraData(broken)
    assert.ok(bare === undefined || bare.length === broken.length)
  }
})
