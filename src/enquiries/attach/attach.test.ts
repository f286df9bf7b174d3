import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { openFiles } from '#platform/files.ts'
import { keepFiles, tidyName } from './attach.ts'
import { sizeInWords } from './file-words.ts'

const folder = await mkdtemp(join(tmpdir(), 'one-stop-attach-'))
after(() => rm(folder, { recursive: true, force: true }))
const files = openFiles(folder)

/** A photo held sideways, with what a camera writes into it. */
const photo = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#0f5e66' } })
    .withExif({ IFD0: { Artist: 'CANARY-ARTIST' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

const keepOne = async (name: string, bytes: Buffer) => {
  const kept = await keepFiles(files, [{ name, bytes }])
  assert.ok(kept.ok, kept.ok ? '' : kept.refusal.words)
  return kept.value[0]!
}

const refusedWords = async (name: string, bytes: Buffer): Promise<string> => {
  const kept = await keepFiles(files, [{ name, bytes }])
  assert.equal(kept.ok, false)
  return kept.ok ? '' : kept.refusal.words
}

test('a photo is shown upright and without its camera’s data; what came is kept as it came', async () => {
  const bytes = await photo()
  assert.ok(bytes.includes('CANARY-ARTIST'))
  const kept = await keepOne('lane.jpg', bytes)
  assert.deepEqual([kept.type, kept.name, kept.size], ['image/jpeg', 'lane.jpg', bytes.length])
  assert.deepEqual(await files.read(kept.sha256), bytes)
  const shown = await files.read(kept.shownSha256)
  const { width, height, exif, orientation } = await sharp(shown).metadata()
  assert.deepEqual([width, height, exif, orientation], [20, 40, undefined, undefined])
  assert.ok(!shown.includes('CANARY-ARTIST'))
})

test('a photo as phones take it is kept to be saved without what the phone wrote into it', async () => {
  const picture = sharp({ create: { width: 40, height: 20, channels: 3, background: '#0f5e66' } })
  const bytes = await picture
    .withExif({ IFD0: { Artist: 'CANARY-ARTIST' } })
    .avif()
    .toBuffer()
  bytes.write('heic', 8, 'latin1')
  const kept = await keepOne('lane.heic', bytes)
  assert.deepEqual([kept.type, kept.name], ['image/heic', 'lane.heic'])
  assert.ok((await files.read(kept.sha256)).includes('CANARY-ARTIST'))
  assert.ok(!(await files.read(kept.shownSha256)).includes('CANARY-ARTIST'))
  const broken = await keepOne('broken.heic', bytes.subarray(0, 60))
  assert.deepEqual([broken.type, broken.shownSha256], ['application/octet-stream', broken.sha256])
})

test('a moving picture keeps moving', async () => {
  const frame = (background: string) =>
    sharp({ create: { width: 8, height: 8, channels: 3, background } })
      .png()
      .toBuffer()
  const gif = await sharp([await frame('#ff0000'), await frame('#0000ff')], { join: { animated: true } })
    .gif()
    .toBuffer()
  const kept = await keepOne('moving.gif', gif)
  assert.equal((await sharp(await files.read(kept.shownSha256), { animated: true }).metadata()).pages, 2)
})

test('a picture that cannot be read is kept to be saved, never shown', async () => {
  const broken = (await photo()).subarray(0, 300)
  const kept = await keepOne('broken.jpg', broken)
  assert.equal(kept.type, 'application/octet-stream')
  assert.equal(kept.shownSha256, kept.sha256)
})

test('what a file is comes from its bytes, not from its name', async () => {
  assert.equal((await keepOne('notes.exe', await photo())).name, 'notes.exe.jpg')
  assert.equal((await keepOne('table.csv', Buffer.from('a;b\n1;2\n'))).type, 'text/csv')
  assert.equal((await keepOne('note.txt', Buffer.from('Café, naïve, Ní Mhurchú 🙂'))).type, 'text/plain')
  assert.equal((await keepOne('mail.eml', Buffer.from('From: a@b.example\r\n\r\nHello'))).type, 'message/rfc822')
  const exe = Buffer.concat([Buffer.from('MZ\x90\x00'), Buffer.alloc(300)])
  assert.match(await refusedWords('holiday.jpg', exe), /“holiday\.jpg” is not a kind of file we can take/)
  assert.match(
    await refusedWords('old.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])),
    /not a kind/,
  )
  assert.match(await refusedWords('zip.docx', Buffer.from('PK\x03\x04rubbish')), /not a kind/)
  assert.match(await refusedWords('noise.bin', Buffer.from([0, 1, 2, 3, 250, 251])), /not a kind/)
})

test('what a browser could run is kept as plain text', async () => {
  for (const [name, text] of [
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['drawing.svg', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['page.html', '<!doctype html><script>alert(1)</script>'],
  ] as const) {
    const kept = await keepOne(name, Buffer.from(text))
    assert.deepEqual([kept.type, kept.name], ['text/plain', name])
  }
})

test('sizes and numbers have limits, said in plain words; one bad file keeps none', async () => {
  assert.match(await refusedWords('big.txt', Buffer.alloc(10 * 1024 * 1024 + 1, 'a')), /larger than 10 MB/)
  assert.match(await refusedWords('empty.txt', Buffer.alloc(0)), /“empty\.txt” is empty/)
  const eleven = Array.from({ length: 11 }, () => ({ name: 'a.txt', bytes: Buffer.from('a') }))
  const many = await keepFiles(files, eleven)
  assert.equal(!many.ok && many.refusal.words, 'Select at most 10 files')
  const two = await keepFiles(files, [
    { name: 'good.txt', bytes: Buffer.from('good') },
    { name: 'cut.jpg', bytes: Buffer.alloc(0), unread: 'too-large' },
    { name: 'none.txt', bytes: Buffer.alloc(0) },
  ])
  assert.deepEqual(!two.ok && [two.refusal.field, two.refusal.also?.length], ['files', 1])
})

test('names are tidy: no folders, no tricks with directions, never endless', () => {
  assert.equal(tidyName('C:\\photos\\lane.jpg'), 'lane.jpg')
  assert.equal(tidyName('photo\u202Egpj.exe'), 'photogpj.exe')
  assert.equal(tidyName('a\u0000\nb.txt'), 'a b.txt')
  assert.ok(tidyName(`${'x'.repeat(5000)}.pdf`).length <= 120)
  assert.ok(tidyName(`${'x'.repeat(5000)}.pdf`).endsWith('.pdf'))
  assert.equal(tidyName('/'), 'file')
})

test('sizes in words', () => {
  assert.deepEqual([1, 980, 12_000, 1_234_567].map(sizeInWords), ['1 byte', '980 bytes', '12 kB', '1.2 MB'])
})
