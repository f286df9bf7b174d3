import assert from 'node:assert/strict'
import { test } from 'node:test'
import { helpWanted } from './help-wanted.ts'

const what = (subject: string, own = '') => {
  const wanted = helpWanted(subject, own)
  return wanted?.what === 'status' ? wanted.reference : wanted?.what
}

test('the subject says what the help address is asked for, or the first line does', () => {
  for (const list of ['List', 'list please', 'Re: LIST', 'my enquiries', 'Send me the list.'])
    assert.equal(what(list), 'list', list)
  for (const help of ['Help', 'help!', 'How to', '']) assert.equal(what(help), 'how-to', help)
  for (const status of [
    'ME-2026-000123',
    'Status ME-2026-000123',
    'Where is [ME-2026-000123]?',
    'status: me-2026-000123',
  ])
    assert.equal(what(status), 'ME-2026-000123', status)
  assert.equal(what('', 'List\n\nRegards, Aoife'), 'list')
  assert.equal(what('Status', 'ME-2026-000123\n'), 'ME-2026-000123')
  assert.equal(what('List', 'Thank you.\nAoife'), 'list')
})

test('whatever else somebody writes there is for a person to read', () => {
  for (const [subject, own] of [
    ['Cannot sign in', 'It says my link has expired'],
    ['Help with a pothole', 'In Mill Lane'],
    ['List of broken lamps in Mill Lane', 'One, two, three'],
    ['', 'A resident asks about her bins'],
    ['Withdraw ME-2026-000123', ''],
    ['ME-2026-000123 is still not mended', 'When?'],
  ] as const)
    assert.equal(what(subject, own), undefined, subject)
})
