import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays, day, type Day } from '#kernel/day.ts'
import type { Result } from '#kernel/result.ts'
import { limitFor } from './limit.ts'
import type { Mailbox } from './mailbox.ts'
import { routeTo, type Routing, type RoutingQuestion } from './routing.ts'
import type { Responsibility, Topic } from './topic.ts'

const on = day('2026-06-01')
const facts = {
  phone: '',
  purpose: '',
  standard: '',
  serviceId: null,
  organisationId: null,
  takesOver: false,
  givesOut: false,
  version: 1,
}
const mailbox = (id: string, more: Partial<Mailbox> = {}): Mailbox => ({
  ...facts,
  id,
  key: id,
  name: id,
  address: `${id}@tessbridge.example`,
  restricted: false,
  handles: [],
  limitWorkingDays: null,
  closedOn: null,
  ...more,
})
const topic: Topic = {
  id: 'pothole',
  key: 'pothole',
  name: 'Potholes',
  words: [],
  kind: 'enquiry',
  limitWorkingDays: null,
  lgsl: null,
  needsReview: false,
  version: 1,
}
const gives = (mailboxId: string, more: Partial<Responsibility> = {}): Responsibility => ({
  id: mailboxId,
  topicId: topic.id,
  wardId: null,
  mailboxId,
  fromOn: day('2025-04-01'),
  untilOn: null,
  ...more,
})

const mailboxes = [
  mailbox('streets'),
  mailbox('partner'),
  mailbox('old', { closedOn: on }),
  mailbox('adults', { restricted: true, handles: ['adult-at-risk', 'personal-matters'] }),
  mailbox('people', { restricted: true, handles: ['employee'] }),
]
const ask = (responsibilities: Responsibility[], more: Partial<RoutingQuestion> = {}) =>
  routeTo({ topic, on, responsibilities, mailboxes, ...more })
const said = (it: Result<Routing>): string => (it.ok ? it.value.mailbox.key : it.refusal.code)

describe('routing by topic', () => {
  test('an arrangement holds from its first day to its last', () => {
    const until = [gives('streets', { fromOn: on, untilOn: on })]
    const days = [addDays(on, -1), on, addDays(on, 1)]
    assert.deepEqual(
      days.map(it => said(ask(until, { on: it }))),
      ['no-mailbox', 'streets', 'no-mailbox'],
    )
  })

  test('a transfer changes the mailbox on its day and not before', () => {
    const transfer = [gives('streets', { untilOn: on }), gives('partner', { fromOn: addDays(on, 1) })]
    assert.deepEqual(
      [on, addDays(on, 1)].map(it => said(ask(transfer, { on: it }))),
      ['streets', 'partner'],
    )
  })

  test('a ward’s own arrangement goes before the general one, only there', () => {
    const own = [gives('streets'), gives('partner', { wardId: 'millfield' })]
    assert.deepEqual(
      ['millfield', 'abbey', null].map(ward => said(ask(own, { ward }))),
      ['partner', 'streets', 'streets'],
    )
    assert.equal(said(ask([gives('partner', { wardId: 'millfield' })], { ward: 'abbey' })), 'no-mailbox')
  })

  test('a closed mailbox refuses with its day', () => {
    const refused = ask([gives('old')])
    assert.equal(said(refused), 'mailbox-closed')
    assert.match(refused.ok ? '' : refused.refusal.words, /since 1 June 2026/)
    assert.equal(said(ask([gives('old')], { on: addDays(on, -1) })), 'old')
  })

  test('another topic’s arrangement says nothing', () => {
    assert.equal(said(ask([gives('streets', { topicId: 'litter' })])), 'no-mailbox')
    assert.equal(said(ask([gives('streets')], { topic: undefined })), 'no-topic')
  })
})

describe('a sensitive matter', () => {
  test('goes to the proper officer of its kind, else of personal matters', () => {
    assert.equal(said(ask([gives('streets')], { sensitive: 'employee' })), 'people')
    assert.equal(said(ask([gives('streets')], { sensitive: 'adult-at-risk' })), 'adults')
    assert.equal(said(ask([], { sensitive: 'child-at-risk' })), 'adults')
  })

  test('is refused rather than sent to an open mailbox or a closed one', () => {
    const others = [mailbox('streets'), mailbox('adults', { restricted: true, handles: ['employee'], closedOn: on })]
    assert.equal(said(ask([gives('streets')], { sensitive: 'employee', mailboxes: others })), 'no-proper-officer')
  })
})

test('whatever is arranged, an answer is a mailbox that is open, named by an arrangement in force', () => {
  const someDay = fc.integer({ min: -40, max: 40 }).map(n => addDays(on, n))
  const someGiving = fc.record({
    box: fc.constantFrom('streets', 'partner', 'old'),
    ward: fc.option(fc.constantFrom('a', 'b')),
    from: someDay,
    length: fc.option(fc.nat(30)),
  })
  fc.assert(
    fc.property(
      fc.array(someGiving, { maxLength: 6 }),
      someDay,
      fc.option(fc.constantFrom('a', 'b')),
      (givings, when: Day, ward) => {
        const all = givings.map(it =>
          gives(it.box, {
            wardId: it.ward,
            fromOn: it.from,
            untilOn: it.length === null ? null : addDays(it.from, it.length),
          }),
        )
        const answer = ask(all, { on: when, ward })
        if (!answer.ok) return
        const { key, closedOn } = answer.value.mailbox
        assert.ok(closedOn === null || when < closedOn)
        assert.ok(
          all.some(
            it =>
              it.mailboxId === key && it.fromOn <= when && (it.untilOn ?? when) >= when && (it.wardId ?? ward) === ward,
          ),
        )
      },
    ),
  )
})

test('the target is the topic’s, else the mailbox’s, else the council’s', () => {
  const slow = mailbox('slow', { limitWorkingDays: 15 })
  assert.deepEqual(limitFor({ ...topic, limitWorkingDays: 3 }, slow, 10), { workingDays: 3, setBy: 'topic' })
  assert.deepEqual(limitFor(topic, slow, 10), { workingDays: 15, setBy: 'mailbox' })
  assert.deepEqual(limitFor(undefined, mailbox('plain'), 10), { workingDays: 10, setBy: 'council' })
})
