import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { changeSetting } from '#platform/settings.ts'
import type { Letter, Mail } from '#test/journeys/post-box.ts'
import { addressOf, headingOf, openPostTown, referenceIn, whoGotWhat } from './post-town.ts'

const town = await openPostTown()
await inTransaction(town.db, 'system', async tx => {
  await changeSetting(tx, 'mail.receipts-per-hour', 100, null)
  await changeSetting(tx, 'mail.receipts-per-day', 100, null)
})
const { write, reply, does, turnTo } = town
const member = addressOf('member')

const firstToMember = async (letter: Letter) => (await write(letter)).find(it => it.to === member)

/** An enquiry of the member, raised by email to a core mailbox on Monday 1 June and taken the next day. */
async function raisedByMail(subject: string): Promise<{ reference: string; receipt: Mail }> {
  turnTo(day('2026-06-01'))
  const receipt = await firstToMember({
    from: member,
    to: 'streets@tessbridge.example',
    subject,
    text: 'A canary sings here.',
  })
  assert.equal(headingOf(receipt!), 'We have your enquiry')
  const reference = referenceIn(receipt)
  turnTo(day('2026-06-02'))
  await does('responder', 'take', reference)
  return { reference, receipt: receipt! }
}

async function answered(subject: string): Promise<{ reference: string; answer: Mail }> {
  const { reference } = await raisedByMail(subject)
  turnTo(day('2026-06-05'))
  const [answer] = await does('responder', 'answer', reference, { text: 'It will be mended.' })
  assert.equal(headingOf(answer!), 'Our answer to your enquiry')
  return { reference, answer: answer! }
}

const statusOf = async (reference: string) => (await town.enquiry(reference)).status

test('a reply to a question goes to the handler and is answered with a plain receipt', async () => {
  const { reference } = await raisedByMail('A question')
  const [question] = await does('responder', 'ask', reference, { text: 'Which gate?' })
  assert.equal(await statusOf(reference), 'waiting-for-member')
  turnTo(day('2026-06-04'))
  const told = await reply(question!, 'No.\n\nThe other one.')
  assert.equal(await statusOf(reference), 'in-progress')
  assert.deepEqual(whoGotWhat(told), ['member: We have your reply', 'responder: The member has replied'])
  const mine = told.find(it => it.to === member)!
  assert.match(mine.says, /Your reply went to Priya Nair in Streets/)
  assert.equal(mine.header('auto-submitted'), 'auto-generated')
  assert.equal(mine.subject, question!.subject)
})

test('a photo is added by replying with it', async () => {
  const { reference, receipt } = await raisedByMail('A photo')
  const [added] = (
    await write({
      from: member,
      to: receipt.replyTo,
      subject: `Re: ${receipt.subject}`,
      text: '',
      answering: receipt,
      attachments: [{ filename: 'hole.txt', content: Buffer.from('not really a photo') }],
    })
  ).filter(it => it.to === member)
  assert.equal(headingOf(added!), 'We have added this to your enquiry')
  assert.match(added!.says, /With it came 1 file/)
  const [file] = await town.db.owner`
    select a.name from enquiries.attachment a join enquiries.enquiry e on e.id = a.enquiry_id where e.reference = ${reference}`
  assert.equal(file?.name, 'hole.txt')
})

test('“Yes, this answers it” closes; the letter of the closing is the receipt', async () => {
  const { reference, answer } = await answered('Agreeing')
  const told = await reply(answer, 'Dear Priya,\n\nYes, this answers it. Thank you.\n\nAoife')
  assert.equal(await statusOf(reference), 'closed')
  assert.equal((await town.enquiry(reference)).outcome, 'resolved-by-member')
  assert.deepEqual(whoGotWhat(told), ['member: Your enquiry is closed'])
})

test('“No” starts the next round at once', async () => {
  const { reference, answer } = await answered('Disagreeing')
  const told = await reply(answer, 'No.\n\n1. Who tells the school?')
  const enquiry = await town.enquiry(reference)
  assert.deepEqual([enquiry.status, enquiry.round], ['in-progress', 2])
  assert.deepEqual(whoGotWhat(told), ['member: Your enquiry goes on', 'responder: The answer was not enough'])
})

test('what could be read in two ways waits for a person in the review lane', async () => {
  const { reference, answer } = await answered('Ambiguous')
  const told = await reply(answer, 'Yes, this answers it, but who tells the school?')
  const enquiry = await town.enquiry(reference)
  assert.deepEqual([enquiry.status, enquiry.laneOn], ['answered', '2026-06-05'])
  assert.deepEqual(whoGotWhat(told), [
    'member: We have your message',
    'responder: The member has written after the answer',
  ])
})

test('an assistant agrees for the member; both hear of it', async () => {
  const { reference, answer } = await answered('By the assistant')
  const told = await reply(answer, 'Yes, this answers it', addressOf('assistant'))
  assert.equal(await statusOf(reference), 'closed')
  assert.deepEqual(whoGotWhat(told), ['assistant: You told us that this is answered', 'member: Your enquiry is closed'])
})

test('“Any news?” is a chase once a date was missed, and a message before', async () => {
  const { reference, receipt } = await raisedByMail('News')
  const early = await reply(receipt, 'Any news?')
  assert.deepEqual(whoGotWhat(early), ['member: We have passed your message on', 'responder: The member has written'])
  assert.equal((await town.enquiry(reference)).chases, 0)
  turnTo(day('2026-06-22'))
  const late = await reply(receipt, 'Any news?')
  assert.equal((await town.enquiry(reference)).chases, 1)
  assert.deepEqual(whoGotWhat(late), [
    'member: We have passed on that you are waiting',
    'owner: The member asks where this is',
    'responder: The member asks where this is',
  ])
})

test('a message of its own with one word and the reference is enough', async () => {
  const { reference } = await raisedByMail('One word')
  turnTo(day('2026-06-22'))
  await write({ from: member, to: 'onestop@tessbridge.example', subject: `Chase ${reference}`, text: 'Please.' })
  assert.equal((await town.enquiry(reference)).chases, 1)
  const told = await write({
    from: member,
    to: 'onestop@tessbridge.example',
    subject: `Withdraw ${reference}`,
    text: '',
  })
  assert.equal((await town.enquiry(reference)).outcome, 'withdrawn')
  assert.deepEqual(whoGotWhat(told), ['member: The enquiry is withdrawn', 'responder: The member has withdrawn this'])
})

test('the help address sends the how-to, the list and how one stands; what it does not understand is an enquiry', async () => {
  turnTo(day('2026-06-23'), 10)
  const to = 'help@tessbridge.example'
  const [how] = await write({ from: member, to, subject: 'Help', text: '' })
  assert.match(how!.says, /write to help@tessbridge\.example with the subject “List”/i)
  const [list] = await write({ from: member, to, subject: 'list', text: 'Thank you' })
  assert.equal(headingOf(list!), 'Your enquiries')
  const { reference } = await raisedByMail('Standing')
  assert.doesNotMatch(list!.text, new RegExp(reference))
  turnTo(day('2026-06-23'), 12)
  const [again] = await write({ from: member, to, subject: 'List please', text: '' })
  assert.match(again!.text, new RegExp(`${reference}: Standing`))
  const [status] = await write({ from: member, to, subject: `Status ${reference}`, text: '' })
  assert.equal(headingOf(status!), 'Where your enquiry is')
  assert.match(status!.says, /Priya Nair in Streets/)
  assert.equal((await town.lastIntake()).state, 'answered')
  const [none] = await write({ from: addressOf('otherMember'), to, subject: reference, text: '' })
  assert.equal(headingOf(none!), 'We found no such enquiry of yours')
  assert.doesNotMatch(none!.text, /Standing|Priya/)
  const receipt = await firstToMember({ from: member, to, subject: 'I cannot sign in', text: 'It says expired.' })
  assert.equal(headingOf(receipt!), 'We have your enquiry')
  assert.deepEqual(await write({ from: 'stranger@else.example', to, subject: 'List', text: '' }), [])
})

test('an officer who replies to our letter adds a note, and hears that the member has not read it', async () => {
  const { reference } = await raisedByMail('A note')
  turnTo(day('2026-06-03'))
  const chase = await write({
    from: member,
    to: 'onestop@tessbridge.example',
    subject: `Re: [${reference}]`,
    text: 'One more thing.',
  })
  const toResponder = chase.find(it => it.to === addressOf('responder'))!
  const told = await reply(toResponder, 'I have asked the crew.')
  assert.deepEqual(whoGotWhat(told), ['responder: Your email is now a note on the enquiry'])
  const [note] = await town.db.owner`
    select m.kind, m.internal, m.words from enquiries.message m join enquiries.enquiry e on e.id = m.enquiry_id
    where e.reference = ${reference} order by m.at desc, m.id desc limit 1`
  assert.deepEqual({ ...note }, { kind: 'note', internal: true, words: 'I have asked the crew.' })
})

test('an officer’s copy of what they wrote to the member is kept with the enquiry and offers to count as the answer', async () => {
  const { reference } = await raisedByMail('A copy')
  turnTo(day('2026-06-04'))
  const told = await write({
    from: addressOf('owner'),
    to: member,
    recipients: ['record@tessbridge.example'],
    subject: `Re: [${reference}] A copy`,
    text: 'We mended it yesterday.',
  })
  assert.deepEqual(whoGotWhat(told), ['owner: Recorded on the enquiry'])
  assert.match(told[0]!.text, new RegExp(`/enquiries/${reference}/answer\n`))
  assert.equal(await statusOf(reference), 'in-progress')
  assert.deepEqual([(await town.lastIntake()).state, (await town.lastIntake()).reference], ['recorded', reference])
})

test('a member’s email that an officer forwards to the record address is the member’s enquiry, from the day it came', async () => {
  turnTo(day('2026-06-10'))
  const forward = (from: string) =>
    `For the record.\n\n---------- Forwarded message ---------\nFrom: Cllr <${from}>\nDate: Mon, 8 Jun 2026 at 09:15\nSubject: Lamp out\nTo: <responder@tessbridge.example>\n\nThe lamp at the corner is out.\n`
  const told = await write({
    from: addressOf('responder'),
    to: 'record@tessbridge.example',
    subject: 'Fwd: Lamp out',
    text: forward(addressOf('otherMember')),
  })
  const receipt = told.find(it => it.to === addressOf('otherMember'))!
  const { receivedOn, direct, memberId } = await town.enquiry(referenceIn(receipt))
  assert.deepEqual([receivedOn, direct, memberId], ['2026-06-08', true, town.council.people.otherMember.person])
  assert.deepEqual(whoGotWhat(told), ['othermember: We have your enquiry', 'responder: Recorded on the enquiry'])
  const stranger = await write({
    from: addressOf('responder'),
    to: 'record@tessbridge.example',
    subject: 'Fwd: Lamp out',
    text: `${forward('resident@else.example')}\nCopied to ${addressOf('otherMember')}`,
  })
  assert.deepEqual(stranger, [])
  const { state, words } = await town.lastIntake()
  assert.deepEqual(
    [state, words],
    ['quarantined', 'Whoever wrote the forwarded message is no member in office that we know'],
  )
})

test('a member’s forward is an enquiry of theirs, and who wrote it is no party', async () => {
  turnTo(day('2026-06-11'))
  const told = await write({
    from: member,
    to: 'streets@tessbridge.example',
    cc: 'housing-advice@tessbridge.example',
    recipients: ['streets@tessbridge.example', 'housing-advice@tessbridge.example'],
    subject: 'Fwd: my road',
    text: `See below.\n\n---------- Forwarded message ---------\nFrom: Resident <otherMember@tessbridge.example>\nDate: Mon, 8 Jun 2026 at 09:15\nSubject: my road\nTo: x\n\nIt floods.`,
  })
  const receipt = told.find(it => it.to === member)
  assert.deepEqual(whoGotWhat(told), ['member: We have your enquiry', 'owner: A new enquiry for you'])
  const enquiry = await town.enquiry(referenceIn(receipt))
  assert.deepEqual(
    [enquiry.memberId, enquiry.receivedOn, enquiry.mailboxId],
    [town.council.people.member.person, '2026-06-11', town.council.mailbox.streets],
  )
})
