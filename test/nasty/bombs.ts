import { tnefOf, zipOf } from '#mail/parse/made-for-tests.ts'
import { headers, html, nasty, times, written, withFiles, type Nasty } from './nasty.ts'

const nested = (levels: number): string =>
  times(levels, n => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`).join('')

function messages(levels: number): string {
  let inner = 'Subject: innermost\r\n\r\nhello'
  for (let n = 0; n < levels; n++)
    inner = `Subject: ${n}\r\nContent-Type: multipart/mixed; boundary=m${n}\r\n\r\n--m${n}\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--m${n}--`
  return inner
}

function packed(levels: number): Buffer {
  let inner = tnefOf([{ name: 'last.txt', bytes: Buffer.from('x') }])
  for (let n = 0; n < levels; n++) inner = tnefOf([{ name: `level ${n}`, message: inner }])
  return inner
}

const depths = (): Nasty[] => [
  ...[255, 256, 257, 2000, 20_000].map(levels =>
    nasty(`${levels} levels of parts`, `${headers()}\r\n${nested(levels)}`),
  ),
  ...[3, 50, 300].map(levels => nasty(`${levels} messages in messages`, `${headers()}\r\n${messages(levels)}`)),
  withFiles('2,000 messages in messages as a file', [
    { type: 'application/octet-stream', name: 'a.eml', bytes: messages(2000) },
  ]),
  withFiles('winmail.dat in winmail.dat, 40 deep', [
    { type: 'application/ms-tnef', name: 'winmail.dat', bytes: packed(40) },
  ]),
  ...[2000, 40_000].map(levels => html(`${levels} levels of html`, `${'<div>'.repeat(levels)}deep`)),
  html('tables in tables', '<table><tr><td>'.repeat(5000)),
  html('quotes in quotes', '<blockquote>'.repeat(20_000)),
]

const links = (): Nasty[] => [
  html('5,000 links', times(5000, n => `<a href="https://e.example/${n}">link ${n}</a> `).join('')),
  html('20,000 links', times(20_000, n => `<a href="https://e.example/${n}">${n}</a>`).join('')),
  html('20,000 pictures', times(20_000, n => `<img src="https://e.example/${n}.gif">`).join('')),
  written('20,000 addresses in text', times(20_000, n => `https://e.example/${n} a${n}@e.example`).join('\r\n')),
  html('a link of 1 MB', `<a href="https://e.example/${'x'.repeat(1_000_000)}">x</a>`),
  html('attributes without end', `<a ${times(50_000, n => `a${n}=1`).join(' ')}>x</a>`),
]

const longHeaders = (): Nasty[] => [
  nasty('10,000 headers', `${headers(...times(10_000, n => `X-${n}: y`))}\r\n\r\nbody`),
  nasty('3 MB of headers', `${headers(times(300_000, () => 'X-A: bcdef').join('\r\n'))}\r\n\r\nbody`),
  nasty('a header of 1 MB', `${headers(`X-A: ${'x'.repeat(1_000_000)}`)}\r\n\r\nbody`),
  nasty('a subject of 500 kB', `${headers(`Subject: ${'x'.repeat(500_000)}`)}\r\n\r\nbody`),
  nasty('a header folded 100,000 times', `${headers(`X-A: b${'\r\n c'.repeat(100_000)}`)}\r\n\r\nbody`),
  nasty('5,000 servers', `${headers(...times(5000, n => `Received: from a${n} by b`))}\r\n\r\nbody`, { silent: true }),
  nasty('60,000 recipients', `${headers(`To: ${times(60_000, n => `a${n}@b.example`).join(', ')}`)}\r\n\r\nbody`),
  nasty(
    '20,000 references',
    `${headers(`References: ${times(20_000, n => `<${n}@b.example>`).join(' ')}`)}\r\n\r\nbody`,
  ),
  nasty('30,000 encoded words', `${headers(`Subject: ${'=?utf-8?Q?=C3=A9?= '.repeat(30_000)}`)}\r\n\r\nbody`),
  nasty('one encoded word without end', `${headers(`Subject: =?utf-8?Q?${'=C3'.repeat(100_000)}`)}\r\n\r\nbody`),
  nasty('comments in comments', `${headers(`Cc: ${'('.repeat(100_000)}`)}\r\n\r\nbody`),
  nasty('quotes without end', `${headers(`Cc: ${'"\\'.repeat(50_000)}`)}\r\n\r\nbody`),
  nasty('groups in groups', `${headers(`Cc: ${'a:'.repeat(50_000)};`)}\r\n\r\nbody`),
  nasty(
    'parameters without end',
    `${headers(`Content-Type: text/plain${times(20_000, n => `; a*${n}*=utf-8''%41`).join('')}`)}\r\n\r\nbody`,
  ),
  nasty(
    '50,000 references in the subject',
    `${headers(`Subject: ${times(50_000, n => `ME-2026-${String(n).padStart(6, '0')}`).join(' ')}`)}\r\n\r\nbody`,
  ),
  nasty('a date of nonsense', `${headers(`Date: ${'Mon, '.repeat(20_000)}`)}\r\n\r\nbody`),
  nasty(
    'an authentication header of comments',
    `${headers(`Authentication-Results: mx.council.example${'('.repeat(60_000)}; dmarc=pass`)}\r\n\r\nbody`,
  ),
]

const texts = (): Nasty[] =>
  Object.entries({
    newlines: '\n'.repeat(60_000),
    'quotes in quotes': times(300, n => `${'> '.repeat(n)}x`).join('\r\n'),
    'a quote of one line': '>'.repeat(1_000_000),
    attributions: 'On Monday\r\n'.repeat(20_000),
    'header blocks': 'From: a@b.example\r\n'.repeat(20_000),
    'lines of underscores': `${'_'.repeat(200)}\r\n`.repeat(5000),
    'one line of underscores': '_'.repeat(1_000_000),
    signatures: '-- \r\n'.repeat(30_000),
    'an address without end': 'a.'.repeat(500_000),
    'addresses of one letter': 'a@a.a'.repeat(100_000),
    'numbered questions': times(20_000, n => `${n}. Why?`).join('\r\n'),
    references: times(20_000, n => `ME-2026-${String(n).padStart(6, '0')}`).join(' '),
    spaces: ' '.repeat(2_000_000),
    'tabs and one letter': `${'\t'.repeat(1_000_000)}x`,
    'combining marks': `e${'\u0301'.repeat(300_000)}`,
    'emoji joined': '👩‍'.repeat(100_000),
    flags: '🇬🇧'.repeat(100_000),
    'letters like ours': '\u0430'.repeat(300_000),
    brackets: '(('.repeat(100_000),
  }).map(([name, body]) => written(`text: ${name}`, body, ['Content-Type: text/plain; charset=utf-8']))

const markup = (): Nasty[] =>
  Object.entries({
    'angle brackets': '<'.repeat(300_000),
    ampersands: '&'.repeat(300_000),
    'open attributes': '<a href="'.repeat(30_000),
    comments: '<!--'.repeat(50_000),
    'style without end': `<style>${'{'.repeat(200_000)}`,
    entities: '&lt;'.repeat(200_000),
    lists: '<ul><li>'.repeat(10_000),
    'wide table': `<table><tr>${'<td>x</td>'.repeat(30_000)}</tr></table>`,
    'spans over everything': '<td colspan=99999999 rowspan=99999999>x</td>',
    'doctype with entities': `<!DOCTYPE x [${times(20, n => `<!ENTITY a${n + 1} "&a${n};&a${n};">`).join('')}]>&a20;`,
  }).map(([name, body]) => html(`markup: ${name}`, body))

const files = (): Nasty[] => [
  withFiles('a zip that says 4 GB', [
    { type: 'application/zip', name: 'bomb.zip', bytes: zipOf([{ name: '0', size: 0xfffffff0 }]) },
  ]),
  withFiles('a zip of 1,000 giants', [
    {
      type: 'application/zip',
      name: 'bomb.zip',
      bytes: zipOf(times(1000, n => ({ name: `${n}`, size: 100_000_000 }))),
    },
  ]),
  withFiles('a zip of 60,000 names', [
    { type: 'application/zip', name: 'many.zip', bytes: zipOf(times(60_000, n => ({ name: `${n}`, size: 1 }))) },
  ]),
  withFiles('a zip that says it is a picture', [
    { type: 'image/jpeg', name: 'a.jpg', bytes: zipOf([{ name: '../../etc/passwd', size: 3 }]) },
  ]),
  withFiles('a broken zip', [{ type: 'application/zip', name: 'a.zip', bytes: 'PK\x03\x04PK\x01\x02PK\x05\x06' }]),
  withFiles('a broken winmail.dat', [
    {
      type: 'application/ms-tnef',
      name: 'winmail.dat',
      bytes: tnefOf([{ name: 'a', bytes: Buffer.alloc(500) }]).subarray(0, 400),
    },
  ]),
  withFiles('a winmail.dat of lies', [
    {
      type: 'application/ms-tnef',
      name: 'winmail.dat',
      bytes: Buffer.concat([Buffer.from('789f3e220100', 'hex'), Buffer.alloc(100_000, 0xff)]),
    },
  ]),
  withFiles('a winmail.dat of 5,000 files', [
    {
      type: 'application/ms-tnef',
      name: 'winmail.dat',
      bytes: tnefOf(times(5000, n => ({ name: `${n}`, bytes: Buffer.from('x') }))),
    },
  ]),
  withFiles('an invitation of 50,000 events', [
    { type: 'text/calendar', name: 'a.ics', bytes: 'BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT\r\n'.repeat(50_000) },
  ]),
  withFiles('a calendar line folded for ever', [
    { type: 'text/calendar', name: 'a.ics', bytes: `BEGIN:VEVENT\r\nSUMMARY:x${'\r\n y'.repeat(100_000)}` },
  ]),
  withFiles('a picture of lies', [
    {
      type: 'image/png',
      name: 'a.png',
      bytes: Buffer.concat([
        Buffer.from('89504e470d0a1a0a0000000d49484452ffffffffffffffff0806000000', 'hex'),
        Buffer.alloc(100),
      ]),
    },
  ]),
  withFiles('a program as a document', [{ type: 'application/pdf', name: 'invoice.pdf', bytes: 'MZ\x90\x00' }]),
  withFiles('a document that is html too', [
    { type: 'application/pdf', name: 'a.pdf', bytes: '%PDF-1.4\n<script>window.pwned=1</script>' },
  ]),
  withFiles('a name that reads backwards', [{ type: 'text/plain', name: 'invoice\u202efdp.exe', bytes: 'x' }]),
  withFiles('a name with folders', [{ type: 'text/plain', name: '../../../etc/passwd', bytes: 'x' }]),
  withFiles('a name of 10,000 letters', [{ type: 'text/plain', name: `${'x'.repeat(10_000)}.txt`, bytes: 'x' }]),
  withFiles('a name with line ends', [{ type: 'text/plain', name: 'a\r\nX-Evil: yes', bytes: 'x' }]),
  withFiles(
    '2,000 files',
    times(2000, n => ({ type: 'text/plain', name: `${n}.txt`, bytes: `${n}` })),
  ),
  withFiles(
    '300 pictures',
    times(300, n => ({ type: 'image/gif', name: `${n}.gif`, bytes: 'GIF89a\x01\x00\x01\x00' })),
  ),
  withFiles('a file of 20 MB', [{ type: 'image/jpeg', name: 'a.jpg', bytes: Buffer.alloc(20_000_000, 'photo ') }]),
  written('one line of 20 MB', Buffer.alloc(20_000_000, 'x')),
  written('opaque signature of noise', Buffer.alloc(2000, 'MIIB').toString(), [
    'Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m',
    'Content-Transfer-Encoding: base64',
  ]),
  written(
    'a signature of 50,000 sequences',
    Buffer.concat(times(50_000, () => Buffer.of(0x30, 0x80))).toString('base64'),
    ['Content-Type: application/pkcs7-mime', 'Content-Transfer-Encoding: base64'],
  ),
  written('encrypted by PGP', '-----BEGIN PGP MESSAGE-----\r\n\r\nhQ==\r\n-----END PGP MESSAGE-----'),
]

export const bombs = (): Nasty[] => [...depths(), ...links(), ...longHeaders(), ...texts(), ...markup(), ...files()]
