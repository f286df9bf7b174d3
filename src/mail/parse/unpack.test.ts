import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readArchive } from './archive.ts'
import { invitationsIn } from './calendar.ts'
import { notesOf } from './notes.ts'
import { parseMail } from './parse.ts'
import { openTnef } from './tnef.ts'
import { tnefOf, zipOf } from './made-for-tests.ts'

async function mailOf(raw: string | Uint8Array) {
  const parsed = await parseMail(Buffer.from(raw as string), 'a@b.example')
  assert.ok(parsed.ok, JSON.stringify(parsed))
  return parsed.mail
}

const jpeg = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.alloc(40),
  Buffer.from('ffd9', 'hex'),
])

/** A message with one file. */
const carrying = (type: string, name: string, bytes: Uint8Array, words = 'Please see the file.') =>
  `From: a@b.example\r\nSubject: File\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\n${words}\r\n--x\r\n` +
  `Content-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n` +
  `${Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--x--\r\n`

const forward = (depth: number): string =>
  depth === 0
    ? 'From: Resident <resident@home.example>\r\nSubject: Level 0\r\n\r\nWater comes through the roof.\r\n'
    : `From: P${depth} <p${depth}@b.example>\r\nSubject: Level ${depth}\r\nContent-Type: multipart/mixed; boundary=b${depth}\r\n\r\n` +
      `--b${depth}\r\n\r\nWords ${depth}\r\n--b${depth}\r\nContent-Type: text/plain; name=f${depth}.txt\r\nContent-Disposition: attachment; filename=f${depth}.txt\r\n\r\nfile ${depth}\r\n` +
      `--b${depth}\r\nContent-Type: message/rfc822\r\n\r\n${forward(depth - 1)}\r\n--b${depth}--\r\n`

test('what Outlook packed into winmail.dat stands as files of their own, by their long names', async () => {
  const packed = tnefOf([
    { name: 'Roof – north side.jpg', bytes: jpeg },
    { name: 'notes.txt', bytes: Buffer.from('drip') },
  ])
  const mail = await mailOf(carrying('application/ms-tnef', 'winmail.dat', packed))
  assert.deepEqual(
    mail.attachments.map(it => [it.name, it.type, it.inside]),
    [
      ['Roof – north side.jpg', 'image/jpeg', 'winmail.dat'],
      ['notes.txt', 'application/octet-stream', 'winmail.dat'],
    ],
  )
  assert.deepEqual(Buffer.from(mail.attachments[0]!.bytes), jpeg)
})

test('a message packed in winmail.dat is opened; a broken winmail.dat stays as it came', async () => {
  const inner = tnefOf([{ name: 'deep.txt', bytes: Buffer.from('deep') }], 'Words of the inner message')
  const packed = tnefOf([{ name: 'Fwd: roof', message: inner }])
  const mail = await mailOf(carrying('application/ms-tnef', 'winmail.dat', packed))
  assert.deepEqual(
    mail.attachments.map(it => it.name),
    ['Fwd: roof.txt', 'deep.txt'],
  )
  const broken = await mailOf(carrying('application/ms-tnef', 'winmail.dat', Buffer.from('not one')))
  assert.deepEqual(
    broken.attachments.map(it => [it.name, it.winmail]),
    [['winmail.dat', true]],
  )
})

test('a message without words of its own takes them from winmail.dat', async () => {
  const raw =
    'From: a@b.example\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n' +
    tnefOf([], 'Hello from Outlook').toString('base64')
  assert.equal((await mailOf(raw)).text, 'Hello from Outlook')
})

test('messages inside are opened to depth 3, with their files; deeper ones stay files', async () => {
  const mail = await mailOf(forward(5))
  assert.deepEqual(
    mail.inner.map(it => [it.subject, it.depth]),
    [
      ['Level 4', 1],
      ['Level 3', 2],
      ['Level 2', 3],
    ],
  )
  assert.deepEqual(
    mail.attachments.map(it => it.name),
    ['f5.txt', 'message-2.eml', 'f4.txt', 'message-4.eml', 'f3.txt', 'message-6.eml', 'f2.txt', 'message-8.eml'],
  )
  assert.equal(mail.attachments[2]!.inside, 'Level 4')
  assert.equal(mail.from?.address, 'p5@b.example', 'the outermost wrote it')
})

test('an .eml sent as any file is opened too, a text that only ends so is not', async () => {
  const mail = await mailOf(carrying('application/octet-stream', 'complaint.eml', Buffer.from(forward(0))))
  assert.deepEqual(
    [mail.inner[0]?.from, mail.inner[0]?.text],
    ['Resident <resident@home.example>', 'Water comes through the roof.'],
  )
  const text = await mailOf(carrying('application/octet-stream', 'list.eml', Buffer.from('just words')))
  assert.deepEqual(text.inner, [])
})

test('an invitation is told in words: what, when, where, who', async () => {
  const event = (...more: string[]) =>
    Buffer.from(
      [
        'BEGIN:VCALENDAR',
        'METHOD:REQUEST',
        'BEGIN:VEVENT',
        'SUMMARY:Site visit\\, Priory La',
        ' ne',
        ...more,
        'END:VEVENT',
        'END:VCALENDAR',
      ].join('\r\n'),
    )
  const bytes = event(
    'DTSTART:20260612T090000Z',
    'DTEND:20260612T100000Z',
    'LOCATION:The gate',
    'ORGANIZER;CN="Aoife":mailto:a@b.example',
  )
  assert.deepEqual(invitationsIn(bytes), [
    {
      what: 'Site visit, Priory Lane',
      when: '12 June 2026, 10:00 to 11:00',
      where: 'The gate',
      organiser: 'Aoife',
      method: 'request',
    },
  ])
  const mail = await mailOf(carrying('text/calendar', 'invite.ics', bytes))
  assert.deepEqual(notesOf(mail), [
    'Invitation: Site visit, Priory Lane. When: 12 June 2026, 10:00 to 11:00. Where: The gate. Organiser: Aoife',
  ])
  const [whole] = invitationsIn(event('DTSTART;VALUE=DATE:20260612', 'RRULE:FREQ=WEEKLY'))
  assert.equal(whole?.when, '12 June 2026, repeated')
  const [abroad] = invitationsIn(
    event('DTSTART;TZID=Europe/Paris:20260612T100000', 'DTEND;TZID=Europe/Paris:20260613T120000'),
  )
  assert.equal(abroad?.when, '12 June 2026, 10:00 to 13 June 2026, 12:00 (Europe/Paris)')
})

test("a calendar's bare yes is automatic, one with words is somebody's", async () => {
  const yes = Buffer.from(
    'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nSUMMARY:Visit\r\nEND:VEVENT\r\nEND:VCALENDAR',
  )
  assert.equal((await mailOf(carrying('text/calendar', 'invite.ics', yes, ''))).automatic, 'calendar-answer')
  assert.equal((await mailOf(carrying('text/calendar', 'invite.ics', yes, 'I will be late'))).automatic, undefined)
})

test('an archive is listed and not opened; one that would fill a disk is known', async () => {
  const archive = zipOf([
    { name: 'plan.pdf', size: 2000 },
    { name: 'plan\u202efdp.exe', size: 10 },
  ])
  const mail = await mailOf(carrying('application/zip', 'plans.zip', archive))
  assert.equal(mail.attachments[0]!.type, 'application/zip')
  assert.deepEqual(notesOf(mail), [
    'plans.zip is an archive with 2 files: plan.pdf and planfdp.exe. It was not opened.',
  ])
  const bomb = await mailOf(carrying('application/zip', 'bomb.zip', zipOf([{ name: '0', size: 0xfffffff0 }])))
  assert.equal(bomb.attachments[0]!.archive?.bomb, true)
  assert.match(notesOf(bomb).join(), /bomb\.zip would unpack to far more/)
})

test('a hundred files are kept one by one, and it is said how many more there are', async () => {
  const part = (n: number) => `--x\r\nContent-Disposition: attachment; filename=${n}.txt\r\n\r\n${n}\r\n`
  const parts = Array.from({ length: 130 }, (_, n) => part(n)).join('')
  const mail = await mailOf(`From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${parts}--x--\r\n`)
  assert.deepEqual([mail.attachments.length, mail.filesLeftOut], [100, 30])
  assert.match(notesOf(mail).join(), /30 files more/)
})

test('whatever bytes come, reading ends and does not throw', () => {
  const begun = tnefOf([{ name: 'a.txt', bytes: Buffer.from('abc') }])
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(begun.length), (bytes, at) => {
      openTnef(bytes)
      openTnef(Buffer.concat([begun.subarray(0, at), bytes]))
      invitationsIn(bytes)
      readArchive(Buffer.concat([Buffer.from('PK\x03\x04'), bytes]))
    }),
  )
})
