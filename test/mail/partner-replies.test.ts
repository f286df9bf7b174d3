import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import { replyTo, type Mail } from '#test/journeys/post-box.ts'
import { addressOf, openPostTown, referenceIn, whoGotWhat } from './post-town.ts'

const town = await openPostTown()
const { write, reply, does, turnTo, raises, lastIntake } = town
let number = 0

/** An enquiry taken on 2 June and handed over to the partner; gives the letter that told them. */
async function handed(): Promise<{ reference: string; letter: Mail }> {
  turnTo(day('2026-06-01'), 9, number++)
  const mailbox = town.council.mailbox.streets
  const [receipt] = await raises('member', { subject: `Wall ${number}`, text: 'It leans.', mailbox })
  const reference = referenceIn(receipt)
  turnTo(day('2026-06-02'), 9, number)
  await does('responder', 'take', reference)
  const mails = await does('responder', 'hand-over', reference, {
    mailbox: town.council.mailbox.partner,
    share: ['words'],
    text: 'Please mend the wall',
    authority: 'The agreement of 2024',
    dueOn: '2026-06-10',
  })
  return { reference, letter: mails.find(it => it.to === addressOf('partner'))! }
}

const answers = async (reference: string) => {
  const rows = await town.db.owner<{ words: string; internal: boolean; files: string[] }[]>`
    select m.words, m.internal, array(select a.name from enquiries.attachment a where a.message_id = m.id) as files
    from enquiries.message m join enquiries.enquiry e on e.id = m.enquiry_id
    where e.reference = ${reference} and m.kind = 'partner-answer'`
  return rows.map(it => ({ ...it }))
}

test('a reply to the letter is the partner’s answer: files kept, the holder told, the writer thanked', async () => {
  const { reference, letter } = await handed()
  assert.match(letter.says, /Or reply to this email/)
  turnTo(day('2026-06-04'))
  const answer = replyTo(letter, addressOf('partner'), 'We mend it on Friday.')
  const mails = await write({ ...answer, attachments: [{ filename: 'plan.txt', content: Buffer.from('bricks') }] })
  assert.deepEqual(await answers(reference), [{ words: 'We mend it on Friday.', internal: true, files: ['plan.txt'] }])
  assert.deepEqual(
    whoGotWhat(mails)
      .map(it => it.split(':')[0])
      .toSorted(),
    ['partner', 'responder'],
  )
  assert.match(mails.find(it => it.to === addressOf('partner'))!.says, /Thank you, we have your answer|passed on/)
  const { status, handedOver } = await town.enquiry(reference)
  assert.deepEqual([status, handedOver], ['in-progress', null])
})

test('what comes when it is no longer theirs is held, and changes nothing', async () => {
  const { reference, letter } = await handed()
  turnTo(day('2026-06-03'))
  await does('responder', 'take-back', reference, { text: 'We found it out' })
  turnTo(day('2026-06-04'))
  await reply(letter, 'We mend it on Friday.', addressOf('partner'))
  assert.equal((await lastIntake()).state, 'quarantined')
  assert.deepEqual(await answers(reference), [])
  assert.equal((await town.enquiry(reference)).status, 'in-progress')
})

test('nobody else answers for them, and an out-of-office answers nothing', async () => {
  const { reference, letter } = await handed()
  await reply(letter, 'We mend it on Friday.', addressOf('otherResponder'))
  assert.equal((await lastIntake()).state, 'quarantined')
  await write({
    ...replyTo(letter, addressOf('partner'), 'I am away until Monday.'),
    headers: { 'auto-submitted': 'auto-replied' },
  })
  assert.equal((await lastIntake()).state, 'automatic')
  assert.deepEqual(await answers(reference), [])
  assert.equal((await town.enquiry(reference)).status, 'with-partner')
})
