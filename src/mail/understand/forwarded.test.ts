import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forwardedIn } from './forwarded.ts'

const mail = (subject: string, text: string, attachments: { name: string; type: string; bytes: Uint8Array }[] = []) =>
  forwardedIn({ subject, text, attachments: attachments as never })

const heads = {
  outlook:
    'From: Aoife Reed <Aoife.Reed@member.example>\nSent: 03 June 2026 09:15\nTo: Kwame Asante\nSubject: Lamp in Mill Lane',
  'outlook, in bold':
    '*From:* Aoife Reed <aoife.reed@member.example>\n*Sent:* Wednesday, June 3, 2026 9:15 AM\n*Subject:* Lamp in Mill Lane',
  gmail:
    '---------- Forwarded message ---------\nFrom: Aoife Reed <aoife.reed@member.example>\nDate: Wed, 3 Jun 2026 at 09:15\nSubject: Lamp in Mill Lane\nTo: <kwame@tessbridge.example>',
  apple:
    'Begin forwarded message:\n\nFrom: Aoife Reed <aoife.reed@member.example>\nSubject: Lamp in Mill Lane\nDate: 3 June 2026 at 09:15:00 BST\nTo: kwame@tessbridge.example',
  quoted: '> From: aoife.reed@member.example\n> Date: 03/06/2026 09:15\n> Subject: Lamp in Mill Lane',
  mailto:
    'From: Aoife Reed [mailto:aoife.reed@member.example]\nSent: 3 June 2026 09:15\nTo: x\nSubject: Lamp in Mill Lane',
}

for (const [name, head] of Object.entries(heads))
  test(`who wrote it and when is found in a forward: ${name}`, () => {
    const found = mail('FW: Lamp in Mill Lane', `For the record.\n\n${head}\n\nThe lamp is out.\n\nAoife`)
    assert.equal(found?.from, 'aoife.reed@member.example')
    assert.equal(found.subject, 'Lamp in Mill Lane')
    assert.equal(found.at?.toISOString().slice(0, 10), '2026-06-03')
    assert.match(found.text, /^(> )?The lamp is out\.\n\nAoife$/)
  })

test('an attached message says the same in its headers', () => {
  const bytes = Buffer.from(
    'From: "Reed,\r\n Aoife" <aoife.reed@member.example>\r\nDate: Wed, 3 Jun 2026 09:15:00 +0100\r\nSubject: Lamp\r\n\r\nFrom: nobody@else.example',
  )
  const found = mail('Lamp', 'Please record', [{ name: 'Lamp.eml', type: 'message/rfc822', bytes }])
  assert.deepEqual(found, {
    from: 'aoife.reed@member.example',
    at: new Date('2026-06-03T08:15:00Z'),
    subject: 'Lamp',
    text: '',
  })
})

test('a reply that quotes is no forward, nor is a text that speaks of one', () => {
  assert.equal(mail('RE: Lamp', `It is mended.\n\n${heads.outlook}\n\nThe lamp is out.`), undefined)
  assert.equal(mail('Lamp', 'From: here it is dark\nSent: nothing'), undefined)
  assert.equal(mail('FW: Lamp', 'See below'), undefined)
  assert.equal(mail('FW: Lamp', 'From: somebody without an address\nSent: 3 June 2026\nSubject: x\n\ny'), undefined)
})
