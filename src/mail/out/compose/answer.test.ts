import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import { answerMail } from './answer.ts'

const written = (text: string): string =>
  answerMail(
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
    },
  ).text

test('nobody is greeted twice', () => {
  assert.ok(!written('Hello Cllr Ní Mhurchú,\n\nThe lamp is mended.').includes('Dear Aoife'))
  assert.ok(!written('Good morning councillor\nIt is mended.').includes('Dear Aoife'))
  assert.match(written('The lamp is mended.'), /Dear Aoife Ní Mhurchú,/)
  assert.match(written('Highways will mend it.'), /Dear Aoife Ní Mhurchú,/)
})
