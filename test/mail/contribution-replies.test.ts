import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import { replyTo, type Mail } from '#test/journeys/post-box.ts'
import { addressOf, openPostTown, referenceIn, whoGotWhat } from './post-town.ts'
import { deliveryReport } from './reports.ts'

const town = await openPostTown()
const { write, reply, does, turnTo, raises, lastIntake } = town
const lab = 'lab@cores.example'
let number = 0

/** An enquiry taken on 2 June, on which the laboratory was asked for a part; gives the letter that asked. */
async function askedOf(email = lab): Promise<{ reference: string; letter: Mail }> {
  turnTo(day('2026-06-01'), 9, number++)
  const mailbox = town.council.mailbox.streets
  const [receipt] = await raises('member', { subject: `Slab ${number}`, text: 'It is loose.', mailbox })
  const reference = referenceIn(receipt)
  turnTo(day('2026-06-02'), 9, number)
  await does('responder', 'take', reference)
  const asked = { email, name: 'The laboratory', questions: ['How deep is it?'], dueOn: '2026-06-10' }
  const mails = await does('responder', 'ask-contribution', reference, asked)
  return { reference, letter: mails.find(it => it.to === email)! }
}

const said = async (reference: string) => {
  const rows = await town.db.owner<{ words: string; quoted: string; internal: boolean; files: string[] }[]>`
    select m.words, m.quoted, m.internal,
      array(select a.name from enquiries.attachment a where a.message_id = m.id order by a.name) as files
    from enquiries.message m join enquiries.enquiry e on e.id = m.enquiry_id
    where e.reference = ${reference} and m.kind = 'contribution'`
  return rows.map(it => ({ ...it }))
}
const standing = async (reference: string) =>
  (await town.enquiry(reference)).contributions.map(it => it.ended ?? 'open')

test('a reply to the letter is the part: what is quoted folded, files kept, the holder told, the writer thanked', async () => {
  const { reference, letter } = await askedOf()
  assert.match(letter.says, /Or reply to this email from the address it came to/)
  turnTo(day('2026-06-04'))
  const answer = replyTo(letter, lab, 'It is forty centimetres deep.')
  const mails = await write({ ...answer, attachments: [{ filename: 'core.txt', content: Buffer.from('40 cm') }] })
  const [part, ...more] = await said(reference)
  assert.equal(more.length, 0)
  assert.match(part!.words, /^From The laboratory:\n\nIt is forty centimetres deep\.$/)
  assert.match(part!.quoted, /How deep is it\?/)
  assert.deepEqual([part!.internal, part!.files], [true, ['core.txt']])
  assert.deepEqual(await standing(reference), ['given'])
  assert.deepEqual(whoGotWhat(mails), [
    'lab: Thank you, we have your part',
    'responder: A part of your answer has come',
  ])
  assert.deepEqual([(await lastIntake()).state, (await lastIntake()).reference], ['filed', reference])
  const thanks = mails.find(it => it.to === lab)!
  assert.doesNotMatch(thanks.text, /Slab/)
  assert.equal(thanks.header('auto-submitted') !== undefined, true)
})

test('what comes after it was given, was withdrawn or ran out is kept, and refused politely', async () => {
  const { reference, letter } = await askedOf()
  await reply(letter, 'Forty.')
  turnTo(day('2026-06-05'))
  const again = await reply(letter, 'Or forty-one.')
  assert.deepEqual(whoGotWhat(again), ['lab: Your email came after your part was closed'])
  assert.match(again[0]!.says, /You have sent your part already/)
  assert.deepEqual([(await lastIntake()).state, (await lastIntake()).reason], ['quarantined', 'part-given'])
  assert.equal((await said(reference)).length, 1)

  const second = await askedOf('second@cores.example')
  const [part] = (await town.enquiry(second.reference)).contributions
  await does('responder', 'withdraw-contribution', second.reference, { contribution: part!.id })
  assert.match((await reply(second.letter, 'Fifty.'))[0]!.says, /no longer needed/)
  assert.equal((await lastIntake()).reason, 'part-withdrawn')

  const third = await askedOf('third@cores.example')
  turnTo(day('2026-12-01'))
  assert.match((await reply(third.letter, 'Sixty.'))[0]!.says, /The time for it has run out/)
  assert.equal((await lastIntake()).reason, 'part-expired')
  assert.deepEqual(await said(third.reference), [])
})

test('a machine’s answer has no effect, nor has somebody else’s, and neither is answered', async () => {
  const { reference, letter } = await askedOf('fourth@cores.example')
  const away = await write({
    ...replyTo(letter, 'fourth@cores.example', 'I am away until July.'),
    headers: { 'Auto-Submitted': 'auto-replied' },
  })
  assert.deepEqual(away, [])
  assert.equal((await lastIntake()).state, 'automatic')
  assert.deepEqual(await reply(letter, 'I know it too.', 'colleague@cores.example'), [])
  assert.equal((await lastIntake()).reason, 'unknown-sender')
  assert.deepEqual(await standing(reference), ['open'])
  assert.deepEqual(await said(reference), [])
})

test('somebody of the council answers the same way, though the enquiry is not theirs to see; only the request', async () => {
  const { reference, letter } = await askedOf(addressOf('otherResponder'))
  const mails = await reply(letter, 'It belongs to the estate.')
  assert.deepEqual(await standing(reference), ['given'])
  assert.ok(whoGotWhat(mails).includes('otherresponder: Thank you, we have your part'))
  assert.match((await said(reference))[0]!.words, /It belongs to the estate/)
})

test('a letter that comes back tells whoever waits for the part, once', async () => {
  const { letter } = await askedOf('fifth@cores.example')
  const report = deliveryReport(letter, 'report', '<b1@mx.example>')
  assert.deepEqual(whoGotWhat(await write(report)), ['responder: Your request for a part of an answer did not arrive'])
  assert.deepEqual(await write(deliveryReport(letter, 'report', '<b2@mx.example>')), [])
  town.refusing.set('sixth@cores.example', '550 5.1.1 Unknown')
  turnTo(day('2026-06-02'), 11)
  const mailbox = town.council.mailbox.streets
  const [receipt] = await raises('member', { subject: 'Slab refused', text: 'It is loose.', mailbox })
  const reference = referenceIn(receipt)
  await does('responder', 'take', reference)
  const asked = { email: 'sixth@cores.example', name: 'Nobody', questions: ['Well?'], dueOn: '2026-06-10' }
  const told = await does('responder', 'ask-contribution', reference, asked)
  assert.deepEqual(whoGotWhat(told), ['responder: Your request for a part of an answer did not arrive'])
})
