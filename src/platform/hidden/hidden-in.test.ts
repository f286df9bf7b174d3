import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import sharp from 'sharp'
import { zipOf } from '../zip/write-zip.ts'
import { document, office, onePage, openDocument, pdfOf, workbook } from './files-for-tests.ts'
import { hiddenIn } from './hidden-in.ts'

/** What is found, as `kind: words`. */
const looked = async (bytes: Buffer): Promise<string[]> => (await hiddenIn(bytes)).map(it => `${it.kind}: ${it.words}`)

const picture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#0f5e66' } })
const placed = () =>
  picture()
    .withExif({ IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .jpeg()
    .toBuffer()

test('a workbook says which of its sheets, rows, columns and data are out of sight', async () => {
  const hiding = workbook('<sheet name="CANARY &amp; Co" state="hidden"/><sheet name="Deep" state="veryHidden"/>', {
    'xl/worksheets/sheet2.xml':
      '<worksheet><cols><col min="2" max="3" hidden="1"/></cols><row r="2" hidden="true"/><row r="3" ht="0"/></worksheet>',
    'xl/pivotCache/pivotCacheDefinition1.xml': '<pivotCacheDefinition/>',
    'xl/externalLinks/externalLink1.xml': '<externalLink/>',
    'xl/connections.xml': '<connections/>',
    'xl/comments1.xml': '<comments><commentList><comment ref="A1"/><comment ref="A2"/></commentList></comments>',
    'xl/styles.xml': '<styleSheet><numFmts><numFmt numFmtId="164" formatCode=";;;"/></numFmts></styleSheet>',
    'docProps/core.xml': '<cp:coreProperties xmlns:dc="d"><dc:creator>CANARY Author</dc:creator></cp:coreProperties>',
  })
  assert.deepEqual(await looked(hiding), [
    'hidden-sheets: 2 hidden sheets: “CANARY & Co” and “Deep”',
    'hidden-rows: 2 hidden rows and 1 group of hidden columns',
    'pivot-data: 1 pivot table with a copy of the data behind it',
    'linked-files: 1 link to other files, with values copied from them',
    'data-connections: Connections to databases or other sources of data',
    'comments: 2 comments',
    'hidden-numbers: A format of cells that shows nothing of what is in them',
    'author: Names in its properties: “CANARY Author”',
  ])
  assert.deepEqual(await looked(workbook('')), [])
})

test('names given to cells are told, the program’s own are not; a prefix or UTF-16 hides nothing', async () => {
  const book = (xml: string | Buffer) => office({ 'xl/workbook.xml': xml })
  assert.deepEqual(
    await looked(
      book(
        '<workbook><definedNames><definedName name="CANARY">1</definedName><definedName name="_xlnm.Print_Area"/></definedNames></workbook>',
      ),
    ),
    ['names: 1 name given to cells: “CANARY”'],
  )
  const prefixed = "<x:workbook><x:sheets><x:sheet name='CANARY' state='veryHidden'/></x:sheets></x:workbook>"
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(prefixed, 'utf16le')])
  for (const it of [prefixed, utf16])
    assert.deepEqual(await looked(book(it)), ['hidden-sheets: 1 hidden sheet: “CANARY”'])
})

test('a document says what was changed, noted and made invisible', async () => {
  const hiding = document(
    '<w:del><w:r><w:delText>CANARY</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr></w:r>',
    {
      'word/comments.xml': '<w:comments><w:comment w:author="CANARY"/></w:comments>',
      'word/_rels/settings.xml.rels':
        '<Relationships><Relationship Type="http://x/attachedTemplate" TargetMode="External" Target="file:///CANARY.dotx"/></Relationships>',
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Type="http://x/hyperlink" TargetMode="External" Target="https://a.example"/></Relationships>',
      'docProps/app.xml': '<Properties><Company>CANARY Ltd</Company></Properties>',
      'word/media/image1.jpeg': await placed(),
    },
  )
  assert.deepEqual(await looked(hiding), [
    'tracked-changes: 1 tracked change',
    'comments: 1 comment',
    'hidden-words: 1 passage of hidden words',
    'linked-files: 1 link to other files: “file:///CANARY.dotx”',
    'pictures-inside: 1 picture that says where it was taken',
    'author: Names in its properties: “CANARY Ltd”',
  ])
  assert.deepEqual(await looked(document('')), [])
})

test('slides say which are hidden and what stands beneath them', async () => {
  const hiding = office({
    'ppt/presentation.xml': '<p:presentation/>',
    'ppt/slides/slide1.xml': '<p:sld show="0"/>',
    'ppt/slides/slide2.xml': '<p:sld/>',
    'ppt/notesSlides/notesSlide1.xml': '<p:notes><a:p><a:r><a:t>CANARY</a:t></a:r></a:p></p:notes>',
    'ppt/notesSlides/notesSlide2.xml': '<p:notes><a:fld><a:t>2</a:t></a:fld></p:notes>',
    'ppt/comments/comment1.xml': '<p:cmLst><p:cm/></p:cmLst>',
  })
  assert.deepEqual(await looked(hiding), [
    'hidden-slides: 1 hidden slide',
    'notes: Speaker notes on 1 slide',
    'comments: 1 comment',
  ])
})

test('OpenDocument files are looked into as well', async () => {
  const sheet =
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style><table:table table:name="CANARY" table:style-name="ta2"><table:table-row table:visibility="filter"/><office:annotation/></table:table>'
  assert.deepEqual(await looked(openDocument('spreadsheet', sheet)), [
    'hidden-sheets: 1 hidden sheet: “CANARY”',
    'hidden-rows: 1 hidden row',
    'comments: 1 comment',
  ])
  const text =
    '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style><text:tracked-changes><text:changed-region/></text:tracked-changes>'
  const meta = '<office:meta><meta:initial-creator>CANARY</meta:initial-creator></office:meta>'
  assert.deepEqual(await looked(openDocument('text', text, { 'meta.xml': meta })), [
    'tracked-changes: Tracked changes',
    'hidden-words: Hidden words',
    'author: Names in its properties: “CANARY”',
  ])
  const slides =
    '<style:style style:name="dp" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style><presentation:notes><text:p>CANARY</text:p></presentation:notes>'
  assert.deepEqual(await looked(openDocument('presentation', slides)), [
    'hidden-slides: 1 hidden slide',
    'notes: Speaker notes on 1 slide',
  ])
})

test('a PDF says what lies beside its pages, packed objects included', async () => {
  assert.deepEqual(await looked(pdfOf(onePage())), [])
  const hiding = pdfOf(
    {
      ...onePage('/Annots [4 0 R]'),
      1: '<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [] >> >>',
      4: '<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (CANARY) >>',
      6: '<< /Author (CANARY \\(author\\)) >>',
      7: {
        head: '/Type /ObjStm /N 1 /First 4',
        stream: '5 0 << /Type /Filespec /F (CANARY.xls) /EF << /F 8 0 R >> >>',
      },
      8: '<< /S /JavaScript /JS (app.alert\\(1\\)) >>',
    },
    '/Info 6 0 R',
  )
  assert.deepEqual(await looked(hiding), [
    'comments: 1 comment or mark on its pages',
    'files-inside: 1 attached file',
    'hidden-layers: Layers, which can be switched on and off',
    'script: A script',
    'author: Its properties say “CANARY (author)”',
  ])
  const changed = pdfOf(
    onePage(),
    '',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF',
  )
  assert.deepEqual(await looked(changed), ['earlier-version: What it said before its last change'])
  assert.deepEqual(await looked(pdfOf(onePage(), '/Encrypt 9 0 R')), ['locked: It is protected by a password'])
})

test('a picture says whether it tells where it was taken', async () => {
  const place = 'picture-data: Where it was taken, and what else the camera wrote into it'
  const other = 'picture-data: What the camera or a program wrote into it'
  assert.deepEqual(await looked(await placed()), [place])
  assert.deepEqual(
    await looked(
      await picture()
        .withExif({ IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
        .webp()
        .toBuffer(),
    ),
    [place],
  )
  assert.deepEqual(
    await looked(
      await picture()
        .withExif({ IFD0: { Artist: 'CANARY' } })
        .png()
        .toBuffer(),
    ),
    [other],
  )
  for (const plain of [
    await picture().jpeg().toBuffer(),
    await picture().png().toBuffer(),
    await picture().webp().toBuffer(),
  ])
    assert.deepEqual(await looked(plain), [])
})

test('files inside files are opened as deep as anybody packs them', async () => {
  const inner = workbook('<sheet name="CANARY" state="hidden"/>')
  assert.deepEqual(await looked(document('', { 'word/embeddings/book.xlsx': inner })), [
    'files-inside: 1 file inside: “book.xlsx”',
    'hidden-sheets: In “book.xlsx”: 1 hidden sheet: “CANARY”',
  ])
  const packed = (name: string, bytes: Buffer) => zipOf([{ name, bytes }])
  assert.equal(
    (await looked(packed('a.zip', packed('b.zip', packed('c.zip', packed('d.txt', Buffer.from('deep'))))))).length,
    3,
  )
})

test('what would unpack to fill a memory is not unpacked', async () => {
  const bomb = office({ 'word/document.xml': Buffer.alloc(65 * 1024 * 1024) })
  assert.ok(bomb.length < 100_000)
  assert.deepEqual(await looked(bomb), ['unreadable: It unpacks to more than anybody sends: it was not looked into'])
})

test('what is cut short, turned over or behind a password is said to be so, and never breaks the look', async () => {
  const locked = Buffer.from(workbook(''))
  const central = locked.indexOf('PK\x01\x02')
  locked.writeUInt16LE(locked.readUInt16LE(central + 8) | 1, central + 8)
  assert.deepEqual(await looked(locked), ['locked: It is protected by a password'])
  const whole = [
    workbook('<sheet name="A" state="hidden"/>'),
    document('<w:del/>'),
    pdfOf({ ...onePage(), 5: { head: '/Type /ObjStm /N 9 /First 4', stream: '((((' } }),
    await placed(),
  ]
  for (const it of whole.slice(0, 2)) assert.match((await looked(it.subarray(0, it.length - 40)))[0]!, /^unreadable/)
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...whole), fc.nat(), fc.nat(), fc.nat(255), async (it, cut, at, byte) => {
      const turned = Buffer.from(it.subarray(0, it.length - (cut % 20)))
      turned[at % turned.length] = byte
      for (const { words, todo } of await hiddenIn(turned)) assert.ok(words && todo)
    }),
    { numRuns: 120 },
  )
})
