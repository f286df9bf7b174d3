import { headers, member, nasty, oneStop, strangeIp, times, written, type Nasty } from './nasty.ts'

/** What liars know of the house: reply addresses that were given to others. */
export type Known = {
  /** of an enquiry of the member who writes */
  readonly own: string
  /** of an enquiry of another member */
  readonly others: string
  readonly revoked: string
  /** the reference of another member's enquiry, and of the own one */
  readonly othersReference: string
  readonly ownReference: string
}

const stranger = 'stranger@else.example'

const authentication = (): Nasty[] =>
  [
    ['Authentication-Results: mx.council.example; dmarc=pass header.from=tessbridge.example'],
    [
      'Authentication-Results: mx.council.example; dkim=pass header.d=tessbridge.example; spf=pass smtp.mailfrom=tessbridge.example',
    ],
    [
      'Authentication-Results: tessbridge.example; dmarc=pass',
      'Authentication-Results: mx.council.example; dmarc=pass',
    ],
    ['Authentication-Results: (mx.council.example) one-stop; dmarc=pass'],
    ['Authentication-Results: one-stop; dmarc=pass; dkim=pass header.i=@tessbridge.example'],
    [
      'ARC-Authentication-Results: i=1; mx.council.example; dmarc=pass',
      'ARC-Seal: i=1; a=rsa-sha256; cv=pass; d=tessbridge.example; s=x; b=AAAA',
    ],
    ['Received-SPF: pass (mx.council.example: domain of tessbridge.example) client-ip=192.0.2.1'],
    ['Received: from tessbridge.example ([192.0.2.1]) by mx.council.example; Mon, 1 Jun 2026 09:00:00 +0100'],
    ['DKIM-Signature: v=1; a=rsa-sha256; d=tessbridge.example; s=x; h=from; bh=AAAA; b=AAAA'],
    ['DKIM-Signature: v=1; a=rsa-sha256; d=else.example; s=x; h=from; bh=AAAA; b=AAAA'],
    times(60, () => 'DKIM-Signature: v=1; a=rsa-sha256; d=tessbridge.example; s=x; h=from; bh=AAAA; b=AAAA'),
    ['DKIM-Signature: v=1; a=rsa-sha1; l=0; d=tessbridge.example; s=x; h=; bh=; b='],
    ['X-Original-From: member@tessbridge.example', `Sender: ${stranger}`],
    [`Resent-From: ${member}`, `Resent-Sender: ${member}`],
  ].map((more, n) =>
    written(`forged: authentication ${n}`, 'Please pay this invoice', more, { fromIp: strangeIp, silent: true }),
  )

const senders = (): Nasty[] =>
  [
    [`From: ${stranger}`, `From: ${member}`],
    [`From: ${member}`, `From: ${stranger}`],
    [`From: ${member}, ${stranger}`],
    [`From: team: ${member}, ${stranger};`],
    [`From: "${member}" <${stranger}>`],
    [`From: =?utf-8?Q?Aoife_<${member}>?= <${stranger}>`],
    [`From: ${stranger} (${member})`],
    [`From: <${member}> <${stranger}>`],
    [`From: ${member}\0@else.example`],
    [`From: "${member}"@else.example`],
    [`From: <@tessbridge.example:${stranger}>`],
    [`From: m\u0435mber@tessbridge.example`],
    [`From: member@tessbridge.example.else.example`],
    [`from: ${stranger}`, `FROM: ${member}`],
    [`Reply-To: ${member}`, `From: ${stranger}`],
    [`Sender: ${member}`],
  ].map((from, n) =>
    nasty(
      `sender ${n}`,
      `${from.join('\r\n')}\r\nTo: ${oneStop}\r\nSubject: Who am I\r\nMessage-ID: <sender.${n}@else.example>\r\n\r\nhello`,
      {
        mailFrom: stranger,
        fromIp: strangeIp,
        silent: true,
      },
    ),
  )

const ids = (): Nasty[] => [
  ...times(6, n => written(`same id, other words ${n}`, `Words ${n}`, ['Message-ID: <collides@tessbridge.example>'])),
  ...times(3, n =>
    nasty(
      `same message by another way ${n}`,
      `Received: from way${n} by b\r\nFrom: ${member}\r\nMessage-ID: <twice@tessbridge.example>\r\nSubject: Twice\r\n\r\nThe same words`,
    ),
  ),
  ...['<a b@c>', '<<x@y>>', `<${'x'.repeat(5000)}@y>`, 'no brackets', '<\u202ex@y>', '<x@y>\r\n <z@y>'].map((id, n) =>
    nasty(`id ${n}`, `From: ${member}\r\nMessage-ID: ${id}\r\nSubject: id\r\n\r\n${n}`),
  ),
  nasty(
    'two ids',
    `From: ${member}\r\nMessage-ID: <one@y.example>\r\nMessage-ID: <two@y.example>\r\nSubject: ids\r\n\r\nx`,
  ),
]

const answers = (known: Known): Nasty[] => {
  const reply = (name: string, to: string, more: readonly string[] = [], how: Partial<Nasty> = {}) =>
    written(`reply: ${name}`, 'I agree, close it.', more, { recipients: [to], ...how })
  const [local = '', domain = ''] = known.others.split('@')
  return [
    reply("to another member's enquiry", known.others, [], { silent: true }),
    reply('by a stranger', known.own, [], { mailFrom: stranger, fromIp: strangeIp, silent: true }),
    reply('to an address that holds no more', known.revoked, [], { silent: true }),
    reply('cut short', `${local.slice(0, -3)}@${domain}`, [], { silent: false }),
    reply('of nothing', `@${domain}`),
    reply('turned round', `${local.split('').reverse().join('')}@${domain}`),
    reply('to two enquiries', known.own, [`Cc: ${known.others}`], {
      recipients: [known.own, known.others],
      silent: true,
    }),
    reply('with a reference of others', oneStop, [`Subject: Re: [${known.othersReference}]`]),
    reply('with both references', oneStop, [`Subject: Re: ${known.othersReference} ${known.ownReference}`]),
    reply('with an id like ours', oneStop, ['In-Reply-To: <thread.00000000000000000000@council.example>']),
    reply('with 2,000 ids like ours', oneStop, [
      `References: ${times(2000, n => `<e.${n}.abcdef@council.example>`).join(' ')}`,
    ]),
  ]
}

/** Machines: whatever we sent them would come back. */
const machines = (known: Known): Nasty[] => {
  const machine = (name: string, more: readonly string[], how: Partial<Nasty> = {}) =>
    written(`automatic: ${name}`, 'I am away.', more, { recipients: [known.own], silent: true, ...how })
  const report = (recipient: string, about: string, action = 'failed') =>
    `--r\r\n\r\nIt failed\r\n--r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; ${recipient}\r\nAction: ${action}\r\nStatus: 5.1.1\r\n\r\n--r\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: ${about}\r\n\r\nx\r\n--r--`
  const dsn = 'Content-Type: multipart/report; report-type=delivery-status; boundary=r'
  return [
    machine('auto-replied', ['Auto-Submitted: auto-replied (vacation)']),
    machine('auto-generated', ['Auto-Submitted: AUTO-GENERATED']),
    machine('bulk', ['Precedence: bulk']),
    machine('junk', ['Precedence: Junk']),
    machine('a list', ['List-Id: <a.b.example>', 'List-Unsubscribe: <mailto:x@b.example>']),
    machine('an old list', ['Precedence: list']),
    machine('no return path', [], { mailFrom: '' }),
    machine('loop', ['X-Loop: onestop@council.example']),
    machine('autoreply', ['X-Autoreply: yes']),
    machine('out of office', ['Subject: Out of office: Nasty']),
    machine('automatic reply', ['Subject: Automatic reply: [ME-2026-000001]']),
    machine(
      'round and round',
      times(40, n => `Received: from a${n} by b`),
    ),
    machine('from mailer-daemon', [`From: MAILER-DAEMON@tessbridge.example`]),
    written('automatic: delivery report', report(member, '<x@council.example>'), [dsn], { silent: true, mailFrom: '' }),
    written(
      'automatic: report about a message that is not ours',
      report('nobody@x.example', '<forged@council.example>'),
      [dsn],
      { silent: true, mailFrom: '' },
    ),
    written(
      'automatic: report of 5,000 recipients',
      report(times(5000, n => `a${n}@b.example`).join('\r\n\r\nFinal-Recipient: rfc822; '), '<x@council.example>'),
      [dsn],
      { silent: true, mailFrom: '' },
    ),
    written('automatic: broken report', '--r\r\nContent-Type: message/delivery-status\r\n\r\n::::\r\n--r', [dsn], {
      silent: true,
    }),
    written(
      'automatic: read receipt',
      '--r\r\n\r\nread\r\n--r--',
      ['Content-Type: multipart/report; report-type=disposition-notification; boundary=r'],
      { silent: true },
    ),
    written(
      'automatic: asks for a receipt',
      'please confirm',
      [`Disposition-Notification-To: ${stranger}`, `Return-Receipt-To: ${stranger}`],
      { silent: false },
    ),
    written(
      'automatic: calendar says yes',
      'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR',
      ['Content-Type: text/calendar; method=REPLY'],
      { silent: true },
    ),
    ...times(8, n =>
      nasty(`stranger ${n}`, `${headers().replace(member, `${n}.${stranger}`)}\r\n\r\nhello`, {
        mailFrom: stranger,
        fromIp: strangeIp,
        silent: true,
      }),
    ),
  ]
}

export const liars = (known: Known): Nasty[] => [
  ...authentication(),
  ...senders(),
  ...ids(),
  ...answers(known),
  ...machines(known),
]
