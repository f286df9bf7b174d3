import { headers, html, nasty, seeded, times, written, withFiles, type Nasty } from './nasty.ts'

const sets =
  'utf-8 iso-8859-1 iso-8859-2 iso-8859-5 iso-8859-7 iso-8859-8-i iso-8859-15 windows-1250 windows-1251 windows-1252 windows-1255 windows-1256 koi8-r koi8-u gbk gb18030 big5 shift_jis euc-jp iso-2022-jp euc-kr ks_c_5601-1987 utf-16 utf-16le utf-16be utf-7 utf-32 macintosh x-user-defined ibm850 unknown-8bit x-nonsense'

/** Every byte there is, said to be in every alphabet there is, in body and subject. */
const alphabets = (): Nasty[] =>
  [...sets.split(' '), '', '"', 'utf-8"; x="', 'x'.repeat(5000)].map(set =>
    written(`charset ${set.slice(0, 20)}`, Buffer.from(times(256, n => n).filter(n => ![0, 10, 13].includes(n))), [
      `Content-Type: text/plain; charset=${set}`,
      `Subject: =?${set}?B?${Buffer.from([0xc3, 0xa9, 0xe4, 0xb8, 0xad, 0x1b, 0x24, 0x42]).toString('base64')}?=`,
    ]),
  )

const encodings = (): Nasty[] => [
  ...(
    [
      ['base64', 'SGVsbG8*!!\r\n=\r\n==SGVs'],
      ['base64', 'A'.repeat(1001)],
      ['base64', ''],
      ['quoted-printable', '=ZZ=\r\n=4=E9=C3==\r\n='],
      ['quoted-printable', '='.repeat(10_000)],
      ['x-uuencode', 'begin 644 a.txt\r\n#86)C\r\n`\r\nend'],
      ['binary', '\x00\x01\x02\xff'],
      ['7bit', 'Grüße 中文'],
      ['nonsense', 'what is this'],
      ['BASE64 (comment)', 'SGVsbG8='],
    ] as const
  ).map(([encoding, body], n) =>
    written(`encoding ${n} ${encoding}`, body, [`Content-Transfer-Encoding: ${encoding}`]),
  ),
  written('encoding twice', 'SGVsbG8=', [
    'Content-Transfer-Encoding: base64',
    'Content-Transfer-Encoding: quoted-printable',
  ]),
]

const built = (): Nasty[] => {
  const mixed = (boundary: string, body: string, type = 'mixed') =>
    written(`mime: ${type} ${boundary.slice(0, 12)} ${body.length}`, body, [
      `Content-Type: multipart/${type}; boundary=${boundary}`,
    ])
  return [
    mixed('b', '--b\r\n\r\nnever ends'),
    mixed('b', 'no part at all'),
    mixed('', '--\r\n\r\nx\r\n----'),
    mixed('""', '--\r\n\r\nx\r\n----'),
    mixed('"a b;c=(d)"', '--a b;c=(d)\r\n\r\nx\r\n--a b;c=(d)--'),
    mixed('b'.repeat(5000), `--${'b'.repeat(5000)}\r\n\r\nx\r\n--${'b'.repeat(5000)}--`),
    mixed('b', '--b--\r\n--b\r\n\r\nafter the end'),
    mixed('b', `${'--b\r\n'.repeat(20_000)}`),
    mixed(
      'b',
      `--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nsame boundary inside\r\n--b--\r\n--b--`,
    ),
    mixed('b', '--b\r\nContent-Type: text/html\r\n\r\n<p>html</p>\r\n--b\r\n\r\nplain\r\n--b--', 'alternative'),
    mixed(
      'b',
      '--b\r\nContent-Type: message/external-body; access-type=local-file; name="/etc/passwd"\r\n\r\n\r\n--b--',
    ),
    mixed('b', '--b\r\nContent-Type: message/partial; id=x; number=1; total=999999\r\n\r\npart\r\n--b--'),
    mixed('b', '--b\r\nContent-ID: <x>\r\nContent-Location: file:///etc/passwd\r\n\r\nx\r\n--b--', 'related'),
    mixed('b', '--b\r\n\r\nx\r\n--b--', 'appledouble'),
    written('multipart without boundary', 'x', ['Content-Type: multipart/mixed']),
    written('type without sense', 'x', ['Content-Type: ;;;===;"']),
    written('type twice', '<b>x</b>', ['Content-Type: text/html', 'Content-Type: application/pdf']),
    nasty('header without a colon', `${headers()}\r\nthis is no header\r\nX\r\n\r\nbody`),
    nasty('begins with a space', ` ${headers()}\r\n\r\nbody`),
    nasty('begins with From_', `From ${'x'.repeat(20)} Mon Jun 1\r\n${headers()}\r\n\r\nbody`),
    nasty(
      'begins with a mark of byte order',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(`${headers()}\r\n\r\nbody`)]),
    ),
    nasty('only headers', headers()),
    nasty('only carriage returns', `${headers()}\r\n\r\nbody`.replaceAll('\r\n', '\r')),
    nasty('only line feeds', `${headers()}\r\n\r\nbody`.replaceAll('\r\n', '\n')),
    nasty('both mixed', `${headers()}\n\r\nbody\rwith\nall\r\r\nof them\n\r`),
    nasty('nul bytes everywhere', `${headers()}\r\n\r\nbody`.split('').join('\0')),
    nasty('nul in headers', `${headers('X-A: a\0b', 'Subject: nul\0l')}\r\n\r\nbo\0dy`),
    nasty('two bytes a letter', Buffer.from(`${headers()}\r\n\r\nbody`, 'utf16le')),
    nasty('no end of line at the end', `${headers()}\r\n\r\nbody`.trimEnd()),
    nasty('dots', `${headers()}\r\n\r\n.\r\n..\r\n.\r\n`),
    nasty('a picture instead of a message', Buffer.from('ffd8ffe000104a4649460001', 'hex')),
    nasty(
      'noise',
      Buffer.from(
        times(
          20_000,
          (
            n => () =>
              Math.floor(n() * 256)
          )(seeded(7)),
        ),
      ),
    ),
  ]
}

const nothing = (): Nasty[] => [
  nasty('nothing', '\r\n'),
  nasty('a space', ' \r\n'),
  nasty('three empty lines', '\r\n\r\n\r\n'),
  nasty('headers without values', 'From:\r\nTo:\r\nSubject:\r\nMessage-ID:\r\nDate:\r\n\r\n'),
  nasty('an empty address', 'From: <>\r\nTo: <>\r\n\r\n'),
  nasty('a sender without a domain', 'From: aoife\r\n\r\nhello'),
  nasty('an address of signs', 'From: "@"@"@"\r\n\r\nhello'),
  written('an empty subject and text', '', ['Subject: ']),
  written('space only', ' \t\r\n \u00a0\u200b\r\n'),
  withFiles('an empty file only', [{ type: 'image/jpeg', name: '', bytes: '' }], ''),
  written('an empty id', 'x', ['Message-ID: <>']),
  html('empty html', '<html><body></body></html>'),
]

/** Honest messages with some bytes turned over, cut out or doubled. */
function mutated(count: number): Nasty[] {
  const next = seeded(20260601)
  const bases = [
    ...encodings().slice(0, 2),
    ...built().slice(0, 12),
    withFiles('files', [{ type: 'application/pdf', name: 'a.pdf', bytes: '%PDF-1.4' }]),
    html('html', '<table><tr><td><a href="https://a.example">x</a></td></tr></table>'),
  ]
  return times(count, n => {
    const raw = Buffer.from(bases[Math.floor(next() * bases.length)]!.raw)
    const bytes = [...raw.subarray(0, 4000)]
    for (let left = 1 + Math.floor(next() * 12); left > 0; left--) {
      const at = Math.floor(next() * bytes.length)
      const way = Math.floor(next() * 3)
      if (way === 0) bytes[at] = Math.floor(next() * 256)
      else if (way === 1) bytes.splice(at, 1 + Math.floor(next() * 20))
      else bytes.splice(at, 0, ...bytes.slice(at, at + 30))
    }
    return nasty(`mutation ${n}`, Buffer.from(bytes))
  })
}

export const broken = (): Nasty[] => [...alphabets(), ...encodings(), ...built(), ...nothing(), ...mutated(70)]
