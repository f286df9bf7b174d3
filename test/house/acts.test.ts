import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acts, mayAct, parts, statuses, type Act, type Enquiry, type Part, type Status } from '#enquiries/door.ts'
import { permissions } from '#people/permissions.ts'
import { permissionsOf, roleNames, type Role } from '#people/roles.ts'

const all = acts as unknown as readonly Act<never, never>[]

/** Everything in which somebody still works on it. */
const open = 'new assigned in-progress waiting-for-member with-partner in-review'

/**
 * The table of acts of the domain (section 2), written out a second time on purpose: what anybody may do is changed
 * here and there together, or not at all. `any` is every status; `=` leaves the status as it is.
 */
const table: Record<string, readonly [from: string, to: string, by: string]> = {
  take: ['new assigned', 'in-progress', 'holder responder owner'],
  accept: ['assigned', 'in-progress', 'holder'],
  decline: ['assigned', 'new', 'holder'],
  climb: ['new assigned in-progress waiting-for-member with-partner in-review', '=', 'system'],
  'ask-contribution': ['in-progress', '=', 'holder owner'],
  contribute: ['new assigned in-progress waiting-for-member', '=', 'contributor system'],
  'chase-contribution': ['new assigned in-progress waiting-for-member', '=', 'holder owner responder'],
  'withdraw-contribution': ['new assigned in-progress waiting-for-member', '=', 'holder owner responder'],
  'follow-promises': [
    'new assigned in-progress waiting-for-member with-partner in-review answered closed',
    '=',
    'system',
  ],
  'remind-contributions': ['new assigned in-progress waiting-for-member', '=', 'system'],
  'hand-over': ['in-progress', 'with-partner', 'holder member-services'],
  'partner-answer': ['with-partner', 'in-progress assigned new', 'partner'],
  'partner-decline': ['with-partner', 'in-progress assigned new', 'partner'],
  'take-over': ['with-partner', 'closed', 'partner'],
  'take-back': ['with-partner', 'in-progress assigned new', 'holder owner member-services system'],
  'remind-partner': ['with-partner', '=', 'system'],
  submit: ['in-progress', 'in-review', 'holder'],
  return: ['in-review', 'in-progress', 'holder owner responder member-services'],
  'send-reviewed': ['in-review', 'answered', 'owner responder member-services'],
  extend: ['in-progress with-partner in-review', '=', 'holder head owner'],
  'break-promise': ['any', '=', 'holder owner responder'],
  allocate: ['new', 'assigned', 'member-services owner system'],
  reassign: [
    'assigned in-progress waiting-for-member with-partner in-review',
    'assigned waiting-for-member with-partner',
    'member-services owner holder system',
  ],
  release: [
    'assigned in-progress waiting-for-member with-partner in-review',
    'new waiting-for-member with-partner',
    'holder owner member-services system',
  ],
  move: [open, 'new waiting-for-member', 'member-services owner holder responder'],
  'set-topic': [open, '=', 'member-services owner holder responder'],
  'set-place': [open, '=', 'member-services owner holder responder'],
  'change-kind': [open, '=', 'member-services owner holder'],
  restrict: ['any', '=', 'member assistant member-services holder owner responder head officer'],
  ask: ['in-progress', 'waiting-for-member', 'holder owner'],
  reply: ['any', 'new assigned in-progress with-partner in-review answered closed', 'member assistant member-services'],
  update: ['in-progress with-partner in-review', '=', 'holder owner'],
  answer: ['in-progress', 'answered', 'holder'],
  'answer-at-once': ['new assigned', 'answered', 'holder responder owner member-services'],
  'void-question': ['waiting-for-member', 'in-progress assigned new', 'system'],
  undeliver: ['answered closed', 'in-progress assigned new', 'system'],
  agree: ['answered', 'closed', 'member assistant'],
  disagree: ['answered', 'in-progress assigned new', 'member assistant member-services holder system'],
  withdraw: [open, 'closed', 'member assistant'],
  reroute: [`${open} answered`, 'closed', 'holder owner member-services'],
  transfer: [`${open} answered`, 'closed', 'holder owner member-services'],
  'close-as-error': [`${open} answered`, 'closed', 'member-services'],
  remind: ['waiting-for-member', '=', 'system'],
  close: [`${open} answered`, 'closed', 'holder owner member-services'],
  'close-silent': ['answered waiting-for-member', 'closed', 'system'],
  reopen: ['closed', 'in-progress assigned new', 'member assistant holder owner member-services system'],
  'follow-up': ['closed', '=', 'member assistant holder owner member-services system'],
  'look-at': ['answered closed', '=', 'holder responder owner member-services'],
  note: ['any', '=', 'member-services holder responder owner'],
  chase: ['new assigned in-progress with-partner in-review answered closed', '=', 'member assistant'],
  'keep-promise': ['any', '=', 'holder owner responder'],
  join: ['any', 'closed', 'member-services owner holder'],
  unjoin: ['closed', `${open} answered closed`, 'member-services owner holder responder'],
  link: ['any', '=', 'member-services owner holder responder'],
  unlink: ['any', '=', 'member-services owner holder responder'],
  'add-to-set': [`${open} answered`, '=', 'member-services owner holder'],
  'lead-set': [`${open} answered`, '=', 'member-services owner holder'],
  'leave-set': ['any', '=', 'member-services owner holder'],
  file: ['any', '=', 'system member-services holder responder owner'],
  recalculate: [open, '=', 'system'],
}

test('the acts are those of the table', () => {
  assert.deepEqual(all.map(act => act.name).sort(), Object.keys(table).sort())
  for (const act of all) {
    const [from, to, by] = table[act.name]!
    const froms = from === 'any' ? [...statuses] : from.split(' ')
    assert.deepEqual([...act.from].sort(), [...froms].sort(), `${act.name}: from`)
    assert.deepEqual([...act.to].sort(), to === '=' ? [...froms].sort() : to.split(' ').sort(), `${act.name}: to`)
    assert.deepEqual([...act.by].sort(), by.split(' ').sort(), `${act.name}: by`)
  }
})

test('for every act, part and status the answer is the table’s', () => {
  let asked = 0
  for (const [name, [from, , by]] of Object.entries(table)) {
    const act = all.find(it => it.name === name)!
    for (const part of parts) {
      for (const status of statuses) {
        asked++
        const mayBy = by.split(' ').includes(part)
        const mayFrom = from === 'any' || from.split(' ').includes(status)
        const seen = mayAct({ status } as Enquiry, actor(part), act)
        const expected = mayBy ? (mayFrom ? part : 'wrong-status') : 'not-allowed'
        assert.equal(seen.ok ? seen.value : seen.refusal.code, expected, `${name} by ${part} when ${status}`)
      }
    }
  }
  assert.equal(asked, all.length * parts.length * statuses.length)
})

test('who has several parts acts in the first that the act allows', () => {
  const answer = all.find(act => act.name === 'answer')!
  const both = { person: 'x', name: '', parts: ['member', 'holder'] as const }
  assert.deepEqual(mayAct({ status: 'in-progress' } as Enquiry, both, answer), { ok: true, value: 'holder' })
  const none = { person: 'x', name: '', parts: [] }
  for (const act of all) assert.equal(mayAct({ status: act.from[0] } as Enquiry, none, act).ok, false, act.name)
})

test('every status can be reached, and none is a dead end', () => {
  const leadsTo = (status: Status) => all.filter(act => act.from.includes(status)).flatMap(act => act.to)
  const reached = new Set<Status>(['new'])
  for (const status of reached) for (const next of leadsTo(status)) reached.add(next)
  assert.deepEqual([...reached].sort(), [...statuses].sort())
  for (const status of statuses)
    assert.ok(
      leadsTo(status).some(next => next !== status),
      `${status} has no way out`,
    )
  for (const status of statuses) {
    const ahead = new Set<Status>([status])
    for (const at of ahead) for (const next of leadsTo(at)) ahead.add(next)
    assert.ok(ahead.has('closed') && ahead.has('answered'), `${status} cannot come to its end`)
  }
})

test('every act names a permission; only the council’s own acts go without', () => {
  const known = new Set<string>(permissions)
  for (const act of all) {
    if (act.may === 'system') assert.deepEqual(act.by, ['system'], act.name)
    else assert.ok(known.has(act.may), `${act.name}: ${act.may}`)
  }
})

/** The role in which somebody comes to each part. */
const roleOf: Record<Exclude<Part, 'system'>, Role> = {
  member: 'member',
  assistant: 'assistant',
  'member-services': 'one-stop',
  holder: 'responder',
  responder: 'responder',
  owner: 'owner',
  head: 'head',
  contributor: 'responder',
  partner: 'partner',
  officer: 'dpo',
}

test('whoever the table lets act holds the permission for it', () => {
  for (const act of all) {
    for (const part of act.by) {
      if (part === 'system') continue
      const held: ReadonlySet<string> = permissionsOf([roleOf[part]])
      assert.ok(held.has(act.may), `${act.name} by ${part}: ${roleOf[part]} lacks ${act.may}`)
    }
  }
})

test('nobody holds the permission for an act they could never do', () => {
  const acting = new Set<string>(all.map(act => act.may))
  const readers = roleNames.filter(role => ['admin', 'auditor', 'dpo', 'director', 'lmt', 'performance'].includes(role))
  for (const role of readers)
    assert.deepEqual(
      [...permissionsOf([role])].filter(permission => acting.has(permission)),
      // whoever of the council sees what should not be seen may put it out of sight
      role === 'admin' || role === 'auditor' ? [] : ['enquiries.restrict'],
      role,
    )
})

const actor = (part: Part) => ({ person: part === 'system' ? null : 'somebody', name: 'Somebody', parts: [part] })
