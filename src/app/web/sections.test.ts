import assert from 'node:assert/strict'
import { test } from 'node:test'
import { permissionsOf, type Role } from '#people/door.ts'
import { nobody, type Viewer } from '#platform/http/viewer.ts'
import { menuFor, sectionsFor } from './sections.ts'

function menu(roles: Role[], demonstration = true): string[] {
  const viewer: Viewer = { ...nobody, person: 'x', roles, permissions: permissionsOf(roles), via: 'session' }
  return sectionsFor(viewer, demonstration).map(it => it.text)
}

test('who may not act has a list to read, who may has one to work through', () => {
  for (const role of ['auditor', 'dpo', 'head'] as const) assert.equal(menu([role])[0], 'Enquiries')
  assert.deepEqual(menu(['responder']).slice(0, 3), ['Work list', 'For you', 'Search'])
  assert.ok(menu(['auditor']).includes('Audit'))
})

test('what is a member’s own is theirs by name only', () => {
  assert.deepEqual(menu(['member']), ['My enquiries', 'New enquiry', 'Search', 'Mailboxes', 'Calendar', 'People'])
  assert.equal(menu(['one-stop'])[0], 'Members’ enquiries')
  assert.equal(menu(['member', 'one-stop'])[0], 'My enquiries')
})

test('there is an outbox only where letters are kept to be read', () => {
  assert.equal(menu(['admin']).includes('Outbox'), true)
  assert.equal(menu(['admin'], false).includes('Outbox'), false)
})

test('the public has no menu', () => {
  assert.deepEqual(sectionsFor(nobody, true), [])
})

test('the menu counts failing addresses when there are some', () => {
  const viewer: Viewer = {
    ...nobody,
    person: 'x',
    roles: ['one-stop'],
    permissions: permissionsOf(['one-stop']),
    via: 'session',
  }
  const texts = (failing: number) => sectionsFor(viewer, false, { failing }).map(it => it.text)
  assert.ok(texts(0).includes('Failing addresses'))
  assert.ok(texts(3).includes('Failing addresses (3)'))
})

test('a long menu keeps the first of the day, and says what waits behind the rest', () => {
  const viewerAs = (roles: Role[]): Viewer => ({
    ...nobody,
    person: 'x',
    roles,
    permissions: permissionsOf(roles),
    via: 'session',
  })
  assert.equal(menuFor(viewerAs(['member']), false, { failing: 0 }).more, undefined)
  const { first, more } = menuFor(viewerAs(['one-stop']), false, { failing: 3 })
  assert.equal(first.length, 7)
  assert.equal(more!.text, 'More (3)')
  const all = sectionsFor(viewerAs(['one-stop']), false, { failing: 3 })
  assert.deepEqual([...first, ...more!.sections], all)
})
