import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarByRule } from '#clock/door.ts'
import { day, type Day } from '#kernel/day.ts'
import { referenceOf } from '#kernel/reference.ts'
import { begin } from '../apply.ts'
import type { Enquiry } from '../enquiry.ts'
import type { BeforeJoining, ClockBeforeJoining, EnquiryEvent, Received } from '../events.ts'
import { countOf } from '../work-list/view-counts.sql.ts'
import { clockInWords } from './clock-words.ts'
import { dueInWords } from './due-words.ts'
import { eventSentence } from './event-sentence.ts'
import { idsIn } from './ids-in-history.ts'

const calendar = calendarByRule()
const received: Received = {
  type: 'received',
  memberId: 'm',
  raisedBy: 'm',
  kind: 'enquiry',
  channel: 'phone',
  direct: true,
  late: true,
  restricted: false,
  topicId: null,
  wardId: null,
  mailboxId: 'b',
  receivedOn: day('2026-06-01'),
  limitWorkingDays: 10,
  dueOn: day('2026-06-15'),
  messageId: 'x',
}
const enquiry = (change: Partial<Enquiry> = {}): Enquiry => ({
  ...begin('e', referenceOf(2026, 1), received, day('2026-06-01')),
  ...change,
})

test('when an answer is due, as people say it', () => {
  const open = { status: 'new', waitingSince: null, answeredOn: null, closedOn: null } as const
  const said = (dueOn: string, today: string) => dueInWords({ ...open, dueOn: day(dueOn) }, day(today), calendar)
  assert.deepEqual(said('2026-06-15', '2026-06-15'), { words: 'Due today', tone: 'soon' })
  assert.equal(said('2026-06-15', '2026-06-14').words, 'Due tomorrow')
  assert.equal(said('2026-06-15', '2026-06-12').words, 'Due next working day')
  assert.deepEqual(said('2026-06-15', '2026-06-09'), { words: 'Due in 4 working days', tone: 'calm' })
  assert.deepEqual(said('2026-06-12', '2026-06-13'), { words: 'Late since Friday 12 June', tone: 'late' })
  assert.equal(said('2026-06-12', '2026-06-15').words, '1 working day late')
  const waiting = { ...open, status: 'waiting-for-member', dueOn: null } as const
  const since = (on: string | null) =>
    dueInWords({ ...waiting, waitingSince: on && day(on) } as never, day('2026-06-15'), calendar)
  assert.deepEqual(since('2026-06-04'), { words: 'Waiting since 4 June', tone: 'waiting' })
  assert.equal(since('2025-12-30').words, 'Waiting since 30 December 2025')
  const ended = { ...open, dueOn: day('2026-06-01'), status: 'closed', closedOn: day('2026-06-02') } as const
  assert.deepEqual(dueInWords(ended, day('2026-06-15'), calendar), { words: 'Closed 2 June 2026', tone: 'done' })
})

test('the clock says how it stands', () => {
  const on = (it: Enquiry, today: string) => clockInWords(it, day(today), calendar)
  assert.deepEqual(on(enquiry(), '2026-06-10'), {
    heading: 'Due Monday 15 June 2026',
    words: '3 working days left.',
    used: 7,
    limit: 10,
    tone: 'good',
  })
  assert.deepEqual(
    [on(enquiry(), '2026-06-15').words, on(enquiry(), '2026-06-15').tone],
    ['An answer is due by the end of today.', 'soon'],
  )
  const late = on(enquiry(), '2026-06-18')
  assert.deepEqual(
    [late.heading, late.words, late.used, late.tone],
    ['Was due Monday 15 June 2026', '3 working days late.', 13, 'late'],
  )
  const paused = on(
    enquiry({ status: 'waiting-for-member', dueOn: null, pauses: [{ askedOn: day('2026-06-03') }] }),
    '2026-06-10',
  )
  assert.deepEqual([paused.heading, paused.used, paused.tone], ['Paused since Wednesday 3 June 2026', 2, 'paused'])
  assert.match(paused.words, /stands still at working day 2 of 10/)
  const answered = on(enquiry({ status: 'answered', answeredOn: day('2026-06-17') }), '2026-07-01')
  assert.deepEqual(
    [answered.heading, answered.words, answered.tone],
    ['Answered on working day 12', 'Late: it was due 15 June 2026.', 'late'],
  )
  const second = on(
    enquiry({
      round: 2,
      clockFrom: day('2026-06-22'),
      limitWorkingDays: 5,
      dueOn: day('2026-06-29'),
      headlineDueOn: day('2026-06-15'),
    }),
    '2026-06-23',
  )
  assert.match(second.words, /4 working days left\. Round 2: the first answer was due 15 June 2026\./)
})

test('every event has a sentence with names in place of ids', () => {
  const names = {
    person: (id: string) => `<${id}>`,
    mailbox: (id: string) => `[${id}]`,
    topic: (id: string) => `{${id}}`,
    enquiry: (id: string) => `ME-${id}`,
    contributor: (id: string) => `(${id})`,
  }
  const on = day('2026-06-01')
  const messageId = 'x'
  const all: { [T in EnquiryEvent['type']]: Extract<EnquiryEvent, { type: T }> } = {
    received,
    allocated: { type: 'allocated', to: 'p' },
    taken: { type: 'taken', by: 'p', nextUpdateOn: on },
    accepted: { type: 'accepted', by: 'p', nextUpdateOn: on },
    declined: { type: 'declined', from: 'p', because: 'wrong-mailbox', rightMailboxId: 'b', messageId },
    climbed: { type: 'climbed', round: 1, rung: 'overdue', trueOn: on, told: ['p'], dueOn: on },
    extended: { type: 'extended', workingDays: 5, before: on, agreedDueOn: on, messageId },
    'promise-broken': { type: 'promise-broken', promiseId: 'r', before: on, dueOn: on, messageId },
    reassigned: { type: 'reassigned', from: 'p', to: 'q' },
    released: { type: 'released', from: 'p' },
    moved: { type: 'moved', from: 'a', to: 'b', restricted: true, messageId },
    restricted: { type: 'restricted', from: 'a', to: 'b', before: 'enquiry', holderId: 'p', messageId },
    'kind-changed': {
      type: 'kind-changed',
      kind: 'complaint',
      clockFrom: on,
      limitWorkingDays: 15,
      dueOn: on,
      before: { kind: 'enquiry', clockFrom: on, limitWorkingDays: 10, dueOn: on },
      messageId,
    },
    'stage-begun': { type: 'stage-begun', clockFrom: on, limitWorkingDays: 10, dueOn: on },
    'topic-set': { type: 'topic-set', topicId: 't' },
    'place-set': { type: 'place-set', wardId: null, before: null },
    asked: { type: 'asked', messageId, dueOn: null },
    'question-undelivered': { type: 'question-undelivered', messageId, dueOn: on },
    reminded: { type: 'reminded', messageId, time: 1 },
    'member-wrote': { type: 'member-wrote', messageId },
    resumed: { type: 'resumed', messageId, dueOn: on },
    'wrote-after-answer': { type: 'wrote-after-answer', messageId },
    'looked-at': { type: 'looked-at' },
    answered: { type: 'answered', messageId, atOnce: false, promises: [{ id: 'r', dueOn: on }] },
    'answer-undelivered': { type: 'answer-undelivered', messageId, promises: [], firstAnsweredOn: null },
    submitted: { type: 'submitted', by: 'p', messageId },
    'handed-over': { type: 'handed-over', handOverId: 'h', to: 'b', dueOn: on, messageId },
    'partner-answered': { type: 'partner-answered', messageId },
    'partner-declined': { type: 'partner-declined', messageId },
    'partner-silent': { type: 'partner-silent', to: 'b' },
    'taken-back': { type: 'taken-back', to: 'b', messageId },
    'hand-over-ended': { type: 'hand-over-ended', to: 'b' },
    'review-ended': { type: 'review-ended' },
    returned: { type: 'returned', messageId },
    agreed: { type: 'agreed' },
    disagreed: { type: 'disagreed', messageId, limitWorkingDays: 5, dueOn: on },
    withdrawn: { type: 'withdrawn' },
    closed: { type: 'closed', outcome: 'not-stated' },
    reopened: { type: 'reopened', holderId: 'p', limitWorkingDays: 5, dueOn: on },
    linked: { type: 'linked', to: 'e', as: 'follows' },
    unlinked: { type: 'unlinked', to: 'e', as: 'follows' },
    joined: { type: 'joined', to: 'e', restricted: false, mailboxId: null },
    'took-in': { type: 'took-in', enquiry: 'f', receivedOn: on },
    unjoined: { type: 'unjoined', from: 'e', restored: { dueOn: on } as BeforeJoining },
    'gave-back': { type: 'gave-back', enquiry: 'f', restored: { dueOn: null } as ClockBeforeJoining },
    'added-to-set': { type: 'added-to-set', lead: 'e' },
    'set-widened': { type: 'set-widened', by: 'f' },
    'set-lead-changed': { type: 'set-lead-changed', lead: 'f', before: 'e' },
    'left-set': { type: 'left-set', lead: 'f' },
    noted: { type: 'noted', messageId, told: ['p', 'q'] },
    'mail-filed': { type: 'mail-filed', messageId },
    'updated-member': { type: 'updated-member', messageId, nextUpdateOn: on },
    'contribution-asked': { type: 'contribution-asked', contributionId: 'c', of: null, dueOn: on, messageId },
    'contribution-given': { type: 'contribution-given', contributionId: 'c', messageId },
    'contribution-withdrawn': { type: 'contribution-withdrawn', contributionId: 'c' },
    'contribution-reminded': { type: 'contribution-reminded', contributionId: 'c', because: 'late' },
    chased: { type: 'chased' },
    'promise-reminded': { type: 'promise-reminded', promiseId: 'r', dueOn: on, because: 'due-soon' },
    'promise-lapsed': { type: 'promise-lapsed', promiseId: 'r', dueOn: on },
    'promise-kept': { type: 'promise-kept', promiseId: 'r' },
    'due-date-changed': { type: 'due-date-changed', dueOn: null, calendarVersion: 2 },
  }
  const said = Object.fromEntries(
    Object.entries(all).map(([type, event]) => [type, eventSentence({ event, on: on as Day }, names)]),
  )
  for (const [type, { words }] of Object.entries(said)) assert.match(words, /^[A-Z[]\S* ?/, type)
  assert.deepEqual(said.received, {
    words: 'Received, past One Stop',
    detail: 'Telephone, 1 June 2026. Registered late. Due 15 June 2026, 10 working days on.',
  })
  assert.equal(said.reassigned!.words, 'Passed from <p> to <q>')
  assert.deepEqual(said.moved, {
    words: 'Moved from [a] to [b]',
    detail: 'Restricted from here on. The due date stays.',
  })
  assert.equal(said.linked!.words, 'Follows on from ME-e')
  assert.equal(said.answered!.detail, 'With a promise for 1 June 2026.')
  const recorded = Object.values(all).map(event => ({
    event,
    on,
    at: new Date(),
    by: 'y',
    as: 'holder',
    onBehalfOf: 'm',
  }))
  assert.deepEqual(idsIn(recorded), {
    persons: ['y', 'm', 'p', 'q'],
    mailboxes: ['b', 'a'],
    enquiries: ['e', 'f'],
    contributions: ['c'],
  })
})

test('a count says where it stopped', () => {
  const none = { unassigned: 0, soon: 0, waiting: 0, review: 0, partner: 0, lane: 0 }
  const counts = { ...none, mine: 3, mailboxes: 1001, overdue: 7, all: 2002, more: false }
  assert.deepEqual(
    (['mine', 'mailboxes', 'overdue', 'all'] as const).map(view => countOf(counts, view)),
    ['3', '1,000+', '7', '1,000+'],
  )
  assert.equal(countOf({ ...counts, more: true }, 'mine'), '3+')
})
