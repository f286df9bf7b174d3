import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import { answerLetter, type AnswerMail } from './answer.ts'
import { points } from './block.ts'
import { asRead, compose } from './letter.ts'

const letter = (text: string, more: Partial<AnswerMail> = {}) =>
  answerLetter(
    { name: 'Tessbridge Borough Council', team: 'One Stop' },
    {
      about: { reference: 'ME-2026-000001' as Reference, subject: 'Lamp', trackingUrl: 'http://localhost/track' },
      to: 'Aoife Ní Mhurchú',
      by: 'Kwame Asante',
      mailbox: 'Streets',
      text,
      questions: [],
      promises: [],
      files: [],
      attached: false,
      answersItUrl: 'http://localhost/yes',
      doesNotUrl: 'http://localhost/no',
      closesOn: day('2026-06-15'),
      ...more,
    },
  )

const written = (text: string): string => compose(letter(text)).text

test('nobody is greeted twice', () => {
  assert.ok(!written('Hello Cllr Ní Mhurchú,\n\nThe lamp is mended.').includes('Dear Aoife'))
  assert.ok(!written('Good morning councillor\nIt is mended.').includes('Dear Aoife'))
  assert.match(written('The lamp is mended.'), /Dear Aoife Ní Mhurchú,/)
  assert.match(written('Highways will mend it.'), /Dear Aoife Ní Mhurchú,/)
})

test('before it goes it is seen as it will be read, its links leading nowhere', () => {
  const text = `${'A long line that no column ends. '.repeat(5)}\n\n<b>Mended</b> & done`
  const seen = asRead(letter(text, { questions: [{ question: 'When?', answer: 'Soon' }] })).text
  const sent = compose(letter(text, { questions: [{ question: 'When?', answer: 'Soon' }] }))
  assert.ok(seen.includes(sent.subject) && seen.includes(text.split('\n')[0]!.trim()))
  assert.match(seen, /&lt;b&gt;Mended/)
  assert.match(seen, /<a>Yes, this answers it<\/a>/)
  assert.doesNotMatch(seen, /href|http:/)
})

test('a point that is a sentence of its own is not set as the heading of one', () => {
  const council = { name: 'Tessbridge Borough Council', team: 'One Stop' }
  const it = { council, says: 'The pack', blocks: [points({ lead: 'Fewer came' }, { lead: 'Open', body: '13' })] }
  const drawn = compose({ ...it, because: 'You lead.' }).html.replace(/>\s+</g, '><')
  assert.match(drawn, /<li><p>Fewer came<\/p><\/li><li><p class="lead">Open<\/p>/)
})
