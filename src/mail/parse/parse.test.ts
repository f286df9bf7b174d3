import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openParser } from './parser.ts'
import type { ParsedMail } from './parsed-mail.ts'

const parser = openParser()
after(() => parser.close())

const parsed = async (raw: string | Buffer, mailFrom = 'a@b.example') =>
  parser.parse(Buffer.from(raw as string), mailFrom)

async function mailOf(raw: string | Buffer, mailFrom?: string): Promise<ParsedMail> {
  const answer = await parsed(raw, mailFrom)
  assert.ok(answer.ok, JSON.stringify(answer))
  return answer.mail
}

const lines = (...all: string[]) => all.join('\r\n')

test('an ordinary message becomes plain data', async () => {
  const mail = await mailOf(
    lines(
      'From: =?utf-8?Q?Aoife_N=C3=AD_Mhurch=C3=BA?= <Aoife@Tessbridge.example>',
      'To: Streets <streets@tessbridge.example>, b@c.example',
      'Cc: d@e.example',
      'Subject: =?utf-8?B?8J+XkSBNaXNzZWQgYmlu?=',
      'Date: Mon, 1 Jun 2026 09:00:00 +0100',
      'Message-ID: <1@b.example>',
      'In-Reply-To: <0@b.example>',
      'References: <x@b.example>',
      ' <0@b.example>',
      'Content-Type: text/plain; charset=utf-8',
      '',
      "O'Brien’s bin",
      '',
    ),
  )
  assert.deepEqual(mail.from, { name: 'Aoife Ní Mhurchú', address: 'aoife@tessbridge.example' })
  assert.deepEqual(
    mail.to.map(it => it.address),
    ['streets@tessbridge.example', 'b@c.example'],
  )
  assert.deepEqual(
    [mail.cc[0]!.address, mail.subject, mail.date],
    ['d@e.example', '🗑 Missed bin', '2026-06-01T08:00:00.000Z'],
  )
  assert.deepEqual(
    [mail.messageId, mail.inReplyTo, mail.references],
    ['<1@b.example>', ['<0@b.example>'], ['<x@b.example>', '<0@b.example>']],
  )
  assert.equal(mail.text.trim(), "O'Brien’s bin")
  assert.equal(mail.automatic, undefined)
})

test('empty and headerless messages are read as what they are', async () => {
  for (const raw of ['', '\r\n', 'hello', '\r\n\r\n\r\n']) {
    const mail = await mailOf(raw)
    assert.deepEqual([mail.from, mail.authors, mail.subject], [undefined, 0, ''])
  }
})

test('several senders are counted, in several lines or in one', async () => {
  assert.equal((await mailOf('From: a@b.example\r\nFrom: c@d.example\r\n\r\n')).authors, 2)
  assert.equal((await mailOf('From: a@b.example, c@d.example\r\n\r\n')).authors, 2)
  assert.equal((await mailOf('From: Us: a@b.example, c@d.example;\r\n\r\n')).authors, 2)
})

test('nothing in HTML acts or is fetched', async () => {
  const mail = await mailOf(
    lines(
      'From: a@b.example',
      'Content-Type: text/html',
      '',
      '<style>p{}</style><script>alert(1)</script><p onclick=x style="background:url(http://t.example)">Hello <b>there</b> <img src="http://t.example/p.gif" alt="a map"><img src="cid:x"></p>',
      '<a href="javascript:alert(1)">no</a> <a href="https://example.org/">yes</a><form action=x><input></form><iframe src=x></iframe><svg onload=x></svg>',
    ),
  )
  assert.match(mail.html!, /<p>Hello <b>there<\/b> <span>\[picture: a map\]<\/span><span>\[picture\]<\/span><\/p>/)
  assert.doesNotMatch(mail.html!, /script|style|onclick|onload|img|cid|t\.example|iframe|form|input|svg/)
  assert.match(mail.html!, /<a href="https:\/\/example.org\/" rel="noopener noreferrer nofollow">yes<\/a>/)
  assert.match(mail.text, /Hello there/)
  assert.doesNotMatch(mail.text, /alert/)
})

test('attachments are typed by their bytes and named harmlessly', async () => {
  const part = (headers: string, body: string) =>
    lines('--b', headers, 'Content-Transfer-Encoding: base64', '', Buffer.from(body, 'latin1').toString('base64'), '')
  const mail = await mailOf(
    lines(
      'From: a@b.example',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      part(
        'Content-Type: text/plain; name="../../etc/photo.txt"\r\nContent-Disposition: attachment',
        '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89',
      ),
      part(
        'Content-Type: image/png; name="a\u202egnp.html"\r\nContent-Disposition: attachment',
        '<script>alert(1)</script>',
      ),
      part('Content-Type: application/ms-tnef; name="winmail.dat"', 'x'),
      part('Content-Type: text/csv', 'a,b'),
      '--b--',
      '',
    ),
  )
  assert.deepEqual(
    mail.attachments.map(it => [it.name, it.type, it.winmail]),
    [
      ['photo.txt', 'image/png', false],
      ['agnp.html', 'application/octet-stream', false],
      ['winmail.dat', 'application/octet-stream', true],
      ['attachment-4', 'text/csv', false],
    ],
  )
  assert.equal(Buffer.from(mail.attachments[3]!.bytes).toString(), 'a,b')
})

test('a message inside a message stays an attachment: its author is no party', async () => {
  const mail = await mailOf(
    lines(
      'From: a@b.example',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'See below',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'From: resident@c.example',
      'Subject: inner',
      '',
      'My bin',
      '--b--',
      '',
    ),
  )
  assert.deepEqual([mail.from!.address, mail.authors, mail.text.trim()], ['a@b.example', 1, 'See below'])
  assert.deepEqual(
    mail.attachments.map(it => [it.name, it.type]),
    [['message-1.eml', 'message/rfc822']],
  )
})

const automatic: [string, string, string?][] = [
  ['Auto-Submitted: auto-replied', 'auto-submitted'],
  ['Precedence: bulk', 'bulk'],
  ['List-Id: <all.example>', 'list'],
  ['X-Loop: x', 'loop'],
  ['Subject: Automatic reply: your question', 'out-of-office'],
  ['Subject: Out of office', 'out-of-office'],
  ['Subject: hi', 'empty-return-path', ''],
]

test('automatic mail is known by its headers, its empty return path or its subject', async () => {
  for (const [header, reason, mailFrom] of automatic)
    assert.equal((await mailOf(`From: a@b.example\r\n${header}\r\n\r\n`, mailFrom)).automatic, reason, header)
  for (const header of [
    'Auto-Submitted: no',
    'Subject: Out of office hours noise at the depot',
    'Precedence: first-class',
  ]) {
    assert.equal((await mailOf(`From: a@b.example\r\n${header}\r\n\r\n`)).automatic, undefined, header)
  }
})

test('a delivery report says which message reached whom', async () => {
  const mail = await mailOf(
    lines(
      'From: MAILER-DAEMON@x.example',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      '',
      'Could not be delivered',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; x.example',
      '',
      'Final-Recipient: rfc822; Cllr@Gone.example',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 no',
      ' such user',
      '',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'Message-ID: <ours@tessbridge.example>',
      'From: onestop@tessbridge.example',
      '',
      'Hello',
      '--b--',
      '',
    ),
    '',
  )
  assert.equal(mail.automatic, 'delivery-report')
  assert.deepEqual(mail.reports, [
    {
      recipient: 'cllr@gone.example',
      action: 'failed',
      status: '5.1.1',
      diagnostic: 'smtp; 550 no such user',
      about: '<ours@tessbridge.example>',
    },
  ])
})

test('copies that came different ways have the same content, another text has not', async () => {
  const body = 'From: a@b.example\r\nMessage-ID: <1@b.example>\r\n\r\nHello\r\n'
  const [one, relayed, other] = [
    await mailOf(body),
    await mailOf(`Received: from x by y\r\n${body}`),
    await mailOf(body.replace('Hello', 'Hallo')),
  ]
  assert.equal(relayed.contentSha256, one.contentSha256)
  assert.notEqual(other.contentSha256, one.contentSha256)
})

test('300 levels of nesting and endless headers are refused with the reason, and the next message is read', async () => {
  let nested = 'From: a@b.example\r\n'
  for (let level = 0; level < 300; level++)
    nested += `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`
  assert.deepEqual(await parsed(nested), {
    ok: false,
    reason: 'nested-too-deeply',
    words: 'Its parts are nested more than 256 levels deep',
  })
  const headers = await parsed(`From: a@b.example\r\n${'X: y\r\n'.repeat(700_000)}\r\n`)
  assert.equal(!headers.ok && headers.reason, 'headers-too-big')
  assert.equal((await mailOf('From: a@b.example\r\nSubject: next\r\n\r\n')).subject, 'next')
})

test('a message that takes too long costs its thread, and the next one is read', async () => {
  const hasty = openParser({ limitSeconds: 0.001 })
  after(() => hasty.close())
  const answer = await hasty.parse(
    Buffer.from(`From: a@b.example\r\nContent-Type: text/html\r\n\r\n${'<div>'.repeat(50_000)}`),
    '',
  )
  assert.equal(!answer.ok && answer.reason, 'took-too-long')
})

test('however deep HTML is nested, what we keep is shallow and keeps its words', async () => {
  const mail = await mailOf(`From: a@b.example\r\nContent-Type: text/html\r\n\r\n${'<div>'.repeat(5_000)}deep words`)
  assert.ok(mail.html!.split('<div>').length < 100)
  assert.match(mail.html!, /deep words/)
  assert.equal(mail.text, 'deep words')
})

test('hostile bodies are read, whole', async () => {
  const bodies = [
    '\n'.repeat(100_000),
    '<div>'.repeat(20_000),
    '<'.repeat(200_000),
    '&'.repeat(200_000),
    '<a href="'.repeat(20_000),
    '(('.repeat(100_000),
    '<table>'.repeat(5_000) + 'x',
  ]
  for (const body of bodies) {
    for (const type of ['text/html', 'text/plain']) {
      assert.ok(
        (await parsed(`From: a@b.example\r\nContent-Type: ${type}\r\n\r\n${body}`)).ok,
        `${type} ${body.slice(0, 9)}`,
      )
    }
  }
  const addresses = await mailOf(
    `From: a@b.example\r\nTo: ${'"'.repeat(50_000)}${'('.repeat(50_000)}${'x@y.example, '.repeat(20_000)}\r\n\r\n`,
  )
  assert.equal(addresses.from!.address, 'a@b.example')
})

test('a big attachment is read within its time', async () => {
  const bytes = Buffer.alloc(20 * 1024 * 1024, 'photo ')
  const base64 = bytes.toString('base64').replace(/.{76}/g, '$&\r\n')
  const mail = await mailOf(
    `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}\r\n--b--\r\n`,
  )
  assert.equal(mail.attachments[0]!.size, bytes.length)
})
