import assert from 'node:assert/strict'
import { test } from 'node:test'
import { permissions } from './permissions.ts'
import { isRole, permissionsOf, roleNames, roles, unknownPermissions, type Role } from './roles.ts'

const readsOnly = /\.(read|view|directory|profile|worklist|use|see|follow|board)$/

test('every permission is held by somebody, so that no page is unreachable', () => {
  const held = permissionsOf(roleNames)
  assert.deepEqual(
    permissions.filter(permission => !held.has(permission)),
    [],
  )
})

test('an administrator sets up and comes near no enquiry', () => {
  const held = [...permissionsOf(['admin'])]
  assert.deepEqual(
    held.filter(permission => /^(enquiries|audit)\./.test(permission)),
    [],
  )
  assert.ok(held.includes('people.administer'))
})

/**
 * A second extension is the head of service's (domain, section 3, rule 5); reviews are the leadership team's. Whoever sees
 * what should not be seen may put it out of sight (section 6).
 */
const oversight: Partial<Record<Role, readonly string[]>> = {
  head: ['enquiries.restrict', 'enquiries.extend', 'review.act'],
  director: ['enquiries.restrict', 'review.act', 'review.record', 'privacy.confirm'],
  lmt: ['enquiries.restrict', 'review.act', 'review.record'],
  performance: ['enquiries.restrict', 'review.act', 'review.record', 'quality.set-standard'],
  dpo: [
    'enquiries.restrict',
    'review.act',
    'privacy.keep',
    'privacy.confirm',
    'privacy.redact',
    'privacy.incidents',
    'enquiries.exclude',
    'mailboxes.sensitive-words',
  ],
}

test('auditors and overseers read and change nothing but what is theirs to decide', () => {
  for (const role of ['auditor', 'head', 'director', 'lmt', 'performance', 'dpo'] as const) {
    assert.deepEqual(
      roles[role].may.filter(permission => !readsOnly.test(permission)),
      oversight[role] ?? [],
      role,
    )
  }
})

test('an assistant may do what a member does, except let others in', () => {
  const assistant = permissionsOf(['assistant'])
  const lacking = [...permissionsOf(['member'])].filter(permission => !assistant.has(permission))
  assert.deepEqual(lacking, ['people.delegate'])
})

test('a word that is no role gives nothing beyond being signed in', () => {
  assert.deepEqual(permissionsOf(['mayor', '__proto__', 'toString']), permissionsOf([]))
  assert.equal(isRole('constructor'), false)
})

test('a misspelt permission on a route is found', () => {
  assert.deepEqual(unknownPermissions([{ may: 'public' }, { may: 'enquiries.take' }, { may: 'enquiries.tkae' }]), [
    'enquiries.tkae',
  ])
})
