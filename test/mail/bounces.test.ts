import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import type { Letter, Mail } from '#test/journeys/post-box.ts'
import { addressOf, openPostTown, referenceIn, whoGotWhat } from './post-town.ts'

const town = await openPostTown()
const { write, does, turnTo, raises } = town
const member = addressOf('member')
let number = 0

/** An enquiry taken on 2 June; gives the mail of the act. */
async function sentBy(act: 'answer' | 'ask', text: string): Promise<{ reference: string; mail: Mail }> {
  turnTo(day('2026-06-01'), number++)
  const [receipt] = await raises('member', {
    subject: `Canary ${number}`,
    text: 'It sings.',
    mailbox: town.council.mailbox.streets,
  })
  const reference = referenceIn(receipt)
  turnTo(day('2026-06-02'))
  await does('responder', 'take', reference)
  const mails = await does('responder', act, reference, { text })
  return { reference, mail: mails.find(it => it.to === member)! }
}

/** What the member's mail server says to whoever sent that mail. */
const report = (mail: Mail, action = 'failed'): Letter => ({
  from: 'MAILER-DAEMON@mx.member.example',
  to: mail.returnPath,
  returnPath: '',
  subject: 'Undelivered Mail Returned to Sender',
  text: '',
  raw: `From: MAILER-DAEMON@mx.member.example\r
To: ${mail.returnPath}\r
Subject: Undelivered Mail Returned to Sender\r
Message-ID: <${++number}@mx.member.example>\r
Content-Type: multipart/report; report-type=delivery-status; boundary=b\r
\r
--b\r
Content-Type: text/plain\r
\r
This is the mail system.\r
--b\r
Content-Type: message/delivery-status\r
\r
Reporting-MTA: dns; mx.member.example\r
\r
Final-Recipient: rfc822; ${member}\r
Action: ${action}\r
Status: ${action === 'failed' ? '5.1.1' : '4.4.1'}\r
Diagnostic-Code: smtp; 550 5.1.1 Unknown user\r
--b\r
Content-Type: text/rfc822-headers\r
\r
Message-ID: ${mail.messageId}\r
--b--\r
`,
})

const told = ['owner: Your answer did not reach the member', 'responder: Your answer did not reach the member']
const unreachable = async (): Promise<{ address: string; reason: string }[]> =>
  (await town.db.owner`select address::text, reason from mail.unreachable`).map(it => ({ ...it }) as never)

test('an answer that comes back is taken back, its officers hear of it, and the address is marked', async () => {
  const { reference, mail } = await sentBy('answer', 'It will be mended.')
  turnTo(day('2026-06-03'))
  const first = await write(report(mail))
  const enquiry = await town.enquiry(reference)
  assert.deepEqual([enquiry.status, enquiry.answeredOn, enquiry.dueOn], ['in-progress', null, '2026-06-15'])
  assert.deepEqual(whoGotWhat(first), told)
  assert.deepEqual(await unreachable(), [{ address: member, reason: '550 5.1.1 Unknown user' }])
  const [delivery] = await town.db.owner`select state, last_error from mail.outbox where message_id = ${mail.messageId}`
  assert.deepEqual({ ...delivery }, { state: 'bounced', lastError: '550 5.1.1 Unknown user' })
  assert.deepEqual(await write(report(mail)), [], 'the same said again does nothing')
  assert.equal((await town.enquiry(reference)).version, enquiry.version + 1, 'but that it is filed')
})

test('the address works again once somebody writes from it', async () => {
  await town.db
    .owner`insert into mail.unreachable (address, since_at, reason) values (${member}, now(), 'full') on conflict do nothing`
  await write({ from: member, to: 'streets@tessbridge.example', subject: 'Still here', text: 'Yes' })
  assert.deepEqual(await unreachable(), [])
})

test('a question that comes back paused nothing', async () => {
  const { reference, mail } = await sentBy('ask', 'Which end?')
  assert.equal((await town.enquiry(reference)).dueOn, null)
  turnTo(day('2026-06-05'))
  const mails = await write(report(mail))
  const { status, dueOn, pauses } = await town.enquiry(reference)
  assert.deepEqual([status, dueOn, pauses], ['in-progress', '2026-06-15', []])
  assert.equal(mails.length, 2)
})

test('a delay and a forged report change nothing', async () => {
  const { reference, mail } = await sentBy('answer', 'It will be mended.')
  assert.deepEqual(await write(report(mail, 'delayed')), [])
  const forged = {
    ...mail,
    messageId: mail.messageId.replace(/\.[0-9a-f]{32}@/, `.${'0'.repeat(32)}@`),
    returnPath: mail.returnPath.replace(/\.[0-9a-f]{24}@/, `.${'0'.repeat(24)}@`),
  }
  assert.deepEqual(await write(report(forged)), [])
  assert.equal((await town.enquiry(reference)).status, 'answered')
})

test('an absent member’s machine is filed and changes nothing', async () => {
  const { reference, mail } = await sentBy('ask', 'Which end?')
  const before = await town.enquiry(reference)
  const away = await write({
    from: member,
    to: mail.returnPath,
    returnPath: '',
    subject: `Automatic reply: ${mail.subject}`,
    text: 'I am away. Yes.',
    headers: { 'Auto-Submitted': 'auto-replied' },
    answering: mail,
  })
  assert.deepEqual(away, [])
  const after = await town.enquiry(reference)
  assert.deepEqual({ ...after, version: 0 }, { ...before, version: 0 })
  assert.deepEqual([(await town.lastIntake()).state, (await town.lastIntake()).reference], ['automatic', reference])
})

test('an address refused at the door is as good as a bounce; a busy server is not', async () => {
  town.refusing.set(member, '451 4.7.1 Later')
  const busy = await sentBy2('answer')
  assert.equal((await town.enquiry(busy)).status, 'answered')
  town.refusing.set(member, '550 5.1.1 No such person')
  turnTo(day('2026-06-03'))
  const mails = await town.sendAgain()
  assert.equal((await town.enquiry(busy)).status, 'in-progress')
  assert.ok(
    told.every(it => whoGotWhat(mails).includes(it)),
    whoGotWhat(mails).join('\n'),
  )
  assert.deepEqual(await unreachable(), [{ address: member, reason: '550 5.1.1 No such person' }])
  town.refusing.clear()
})

/** As `sentBy`, while the member's server takes nothing. */
async function sentBy2(act: 'answer'): Promise<string> {
  turnTo(day('2026-06-01'), number++)
  await raises('member', { subject: 'Refused', text: 'It sings.', mailbox: town.council.mailbox.streets })
  const [row] = await town.db.owner`select reference from enquiries.enquiry order by created_at desc limit 1`
  turnTo(day('2026-06-02'))
  await does('responder', 'take', row!.reference)
  await does('responder', act, row!.reference, { text: 'Done' })
  return row!.reference
}
