import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cannedFields, fieldsLeftIn, filledIn, unknownFields, type CannedValues } from './canned-reply.ts'

const values: CannedValues = {
  member: 'Cllr Aoife Ní Mhurchú',
  reference: 'ME-2026-000123',
  subject: 'Lamp $& out',
  received: '1 June 2026',
  'due date': '15 June 2026',
  today: '2 June 2026',
  holder: 'Priya Nair',
  mailbox: 'Streets',
  'mailbox phone': undefined,
}

test('fields are filled in, however they are spelled; what has no value stays to be seen', () => {
  assert.equal(
    filledIn('Dear {Member},\n{ due  date } – {subject} – {mailbox phone}', values),
    'Dear Cllr Aoife Ní Mhurchú,\n15 June 2026 – Lamp $& out – {mailbox phone}',
  )
  assert.deepEqual(fieldsLeftIn('Call {mailbox phone} or {mailbox phone}, {not a field}'), ['{mailbox phone}'])
})

test('a field nobody can fill in is refused with those that can', () => {
  assert.equal(unknownFields('Dear {member}, about {reference}'), undefined)
  assert.match(unknownFields('Dear {councilor} {x}') ?? '', /^\{councilor\} and \{x\} are no fields\. Use \{member\}, /)
})

test('whatever is accepted is filled in wholly when everything is known', () => {
  const known = { ...values, 'mailbox phone': '01632 960 114' }
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(...Object.keys(cannedFields)).map(field => `{${field}}`),
  )
  fc.assert(
    fc.property(fc.array(piece), pieces => {
      const words = pieces.join(' ')
      if (unknownFields(words) === undefined) assert.deepEqual(fieldsLeftIn(filledIn(words, known)), [])
    }),
  )
})
