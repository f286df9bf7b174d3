import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { bounceAddressOf, messageIdOf } from '../out/stamp.ts'
import { openParser } from '../parse/parser.ts'
import { failuresIn } from './failure.ts'

const parser = openParser()
after(() => parser.close())

const stamp = { secret: 'the secret of these tests, long enough', domain: 'tessbridge.example' }
const mail = randomUUID()
const id = messageIdOf(stamp, mail)
const back = bounceAddressOf(id)

async function failures(raw: string, to = back) {
  const parsed = await parser.parse(Buffer.from(raw.replaceAll('\n', '\r\n')), '')
  assert.ok(parsed.ok)
  return failuresIn({ mail: parsed.mail, recipients: [to] }, stamp)
}

const report = (status: string, about = `Message-ID: ${id}\n`) => `From: MAILER-DAEMON@mx.example
To: ${back}
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

This is the mail system at host mx.example.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

${status}

--b
Content-Type: message/rfc822

From: onestop@tessbridge.example
To: aoife@member.example
Subject: [ME-2026-000123] Lamp
${about}
Our answer
--b--
`

const failed = `Final-Recipient: rfc822; aoife@member.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <aoife@member.example>: User unknown`

test('a delivery report names the mail and the reason', async () => {
  const found = [{ mail, reason: '550 5.1.1 <aoife@member.example>: User unknown' }]
  assert.deepEqual(await failures(report(failed)), found)
  assert.deepEqual(await failures(report(failed), 'onestop@tessbridge.example'), found, 'by its Message-ID alone')
  assert.deepEqual(await failures(report(failed, '')), found, 'by the address it came to alone')
})

test('a delay, a success and a report nobody asked for are no failures', async () => {
  assert.deepEqual(await failures(report(failed.replace('failed', 'delayed').replace('5.1.1', '4.4.1'))), [])
  assert.deepEqual(await failures(report(failed.replace('failed', 'delivered'))), [])
  assert.deepEqual(await failures(report(failed.replace('failed', 'relayed'))), [])
})

test('what we never signed says nothing', async () => {
  const forged = messageIdOf({ ...stamp, secret: 'somebody else’s' }, mail)
  assert.deepEqual(await failures(report(failed, `Message-ID: ${forged}\n`), 'onestop@tessbridge.example'), [])
  assert.deepEqual(
    await failures(
      report(failed, ''),
      back.replace(/.(?=@)/, it => (it === 'a' ? 'b' : 'a')),
    ),
    [],
  )
  assert.deepEqual(await failures(exim, 'onestop@tessbridge.example'), [])
})

const exim = `From: Mail Delivery System <Mailer-Daemon@mx.example>
Auto-Submitted: auto-replied
Subject: Mail delivery failed: returning message to sender

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  aoife@member.example
    SMTP error from remote mail server after RCPT TO:<aoife@member.example>:
    550 5.1.1 No such user here

------ This is a copy of the message, including all the headers. ------
`

const eximDelay = `From: Mail Delivery System <Mailer-Daemon@mx.example>
Auto-Submitted: auto-replied
Subject: Warning: message 1tQx delayed 24 hours

This message was created automatically by mail delivery software.
A message that you sent has not been delivered to one or more of its
recipients after more than 24 hours on the queue on mx.example.

No action is required on your part. Delivery attempts will continue for
some time, and this warning may be repeated at intervals if the message
remains undelivered.
`

const qmail = `From: MAILER-DAEMON@mx.example
Subject: failure notice

Hi. This is the qmail-send program at mx.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<aoife@member.example>:
192.0.2.7 does not like recipient.
Remote host said: 554 mailbox unavailable

--- Below this line is a copy of the message.

Message-ID: ${id}
Subject: this delayed letter
`

const exchange = `From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@member.example>
Subject: Undeliverable: [ME-2026-000123] Lamp

Delivery has failed to these recipients or groups:

aoife@member.example
The email address you entered couldn't be found. Check the address and try again.

Diagnostic information for administrators:
Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'

Original message headers:

Message-ID: ${id}
`

const cloud = `From: Mail Delivery Subsystem <mailer-daemon@cloud.example>
Subject: Delivery Status Notification (Failure)

** Address not found **

Your message wasn't delivered to aoife@member.example because the address couldn't be found.

The response from the remote server was:
550-5.1.1 The email account that you tried to reach does not exist.
`

const cloudDelay = `From: Mail Delivery Subsystem <mailer-daemon@cloud.example>
Subject: Delivery Status Notification (Delay)

** Delivery incomplete **

There was a temporary problem delivering your message to aoife@member.example. We will retry for 46 more hours.
`

for (const [name, raw, reason] of [
  ['Exim', exim, /^550 5\.1\.1 No such user here$/],
  ['qmail', qmail, /554 mailbox unavailable/],
  ['Exchange', exchange, /550 5\.1\.10 RESOLVER/],
  ['a large provider', cloud, /^550-5\.1\.1/],
] as const)
  test(`the words of ${name} are understood`, async () => {
    const [only, ...more] = await failures(`To: ${back}\n${raw}`)
    assert.equal(only?.mail, mail)
    assert.match(only.reason, reason)
    assert.deepEqual(more, [])
  })

test('those that quote our headers need no address of ours', async () => {
  for (const raw of [qmail, exchange]) assert.equal((await failures(raw, 'onestop@tessbridge.example'))[0]?.mail, mail)
})

test('servers that go on trying have not failed', async () => {
  for (const raw of [eximDelay, cloudDelay]) assert.deepEqual(await failures(`To: ${back}\n${raw}`), [])
})

test('an absent colleague and a read receipt are no failures, whatever they say', async () => {
  const away = `From: Aoife <aoife@member.example>
Auto-Submitted: auto-replied
Subject: Automatic reply: Lamp

I have left. Your message could not be delivered to me.
`
  assert.deepEqual(await failures(away), [])
  const unread = `From: aoife@member.example
Subject: Not read: Lamp
Content-Type: multipart/report; report-type=disposition-notification; boundary=b

--b
Content-Type: text/plain

Your message was deleted without being read.
--b
Content-Type: message/disposition-notification

Final-Recipient: rfc822; aoife@member.example
Disposition: automatic-action/MDN-sent-automatically; deleted
--b--
`
  assert.deepEqual(await failures(unread), [])
})
