import assert from 'node:assert/strict'
import { test } from 'node:test'
import { meaningOf, meaningOfSubject, type Meaning } from './meaning.ts'

const said: Record<Meaning | 'nothing', readonly string[]> = {
  agree: [
    'Yes',
    'yes.',
    'Yes, this answers it',
    'Yes, this answers it!\n\nRegards,\nAoife',
    'Dear Kwame,\n\nThank you, this answers it.\n\nCllr Aoife Ní Mhurchú\nPriory ward',
    'Yes thanks',
    'Yes, thank you very much.',
    'Thanks. That answers my question.',
    'Your answer settles the matter, thank you',
    'Agreed',
    'I agree.',
    'That has fully answered my enquiry. Many thanks',
  ],
  disagree: [
    'No',
    'No.',
    'Hi Kwame,\n\nNo.\n\nWho tells the school?',
    'No, I need more',
    'No, it doesn’t',
    'This does not answer it',
    "Sorry, this doesn't really answer my question: which week?",
    'No – not really. When?',
  ],
  withdraw: [
    'Withdraw',
    'please withdraw this enquiry',
    'Withdraw ME-2026-000123',
    'I would like to withdraw my enquiry. It was mended.',
    'I no longer need an answer, thank you',
  ],
  chase: ['Chase', 'chase please', 'Please chase this.', 'CHASE ME-2026-000123'],
  'asks-for-news': [
    'Any news?',
    'Any news on this?',
    'Hello,\n\nis there any update on this please?',
    'Still waiting for a reply to this one',
    'Where is this?',
    'When will I hear from you?',
    "What's happening?",
    'Just chasing the below',
    'Could you chase this for me?',
  ],
  nothing: [
    '',
    'No problem, thank you',
    'No worries',
    'No further questions',
    'No, thank you, that is all',
    'Not sure',
    'Yes, but when?',
    'Yes, this answers it, but who tells the school?',
    'Yes, this answers it\n\nHowever, the second hole is still there.',
    'Yes, this answers it.\n\nCould you also look at Weaver Street?',
    'Yes we have no bananas',
    'Thank you',
    'Thanks for letting me know',
    'I will withdraw my support if this goes on',
    'Please do not withdraw this',
    'The lorry driver said no',
    'No 14 has the same trouble',
    'No lights in Mill Lane',
    'News of this reached me by post.',
    'It is the gate in Mill Lane',
    'Yesterday it was mended',
  ],
}

for (const [meaning, all] of Object.entries(said))
  test(`what means: ${meaning}`, () => {
    for (const own of all) assert.equal(meaningOf(own) ?? 'nothing', meaning, own)
  })

test('a subject of one word and a reference says it too', () => {
  assert.equal(meaningOfSubject('Chase ME-2026-000123'), 'chase')
  assert.equal(meaningOfSubject('Re: chase'), 'chase')
  assert.equal(meaningOfSubject('withdraw [ME-2026-000123]'), 'withdraw')
  assert.equal(meaningOfSubject('[ME-2026-000123] Chase of foxes through the park'), undefined)
  assert.equal(meaningOfSubject('Chase Road is flooded'), undefined)
})

test('a hostile first line costs no time', () => {
  for (const piece of ['yes ', 'thanks, ', 'a', ' ', 'no ', 'any news '])
    assert.equal(typeof meaningOf(piece.repeat(50_000)), 'undefined')
})
