import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { automaticWords, type AutomaticReason } from '../parse/automatic.ts'
import { match, type Traces } from './match.ts'
import { understand, type Facts, type Sender } from './understand.ts'

const noTraces: Traces = { byReplyAddress: [], byOurMessageId: [], byStoredMessageId: [], bySubject: [] }
const member: Sender = { id: 'reed', disabled: false, officer: false, members: ['reed'] }
const assistant: Sender = { id: 'asha', disabled: false, officer: false, members: ['reed'] }
const officer: Sender = { id: 'owen', disabled: false, officer: true, members: [] }

const facts = (given: Partial<Facts> = {}): Facts => ({
  helpWanted: undefined,
  part: undefined,
  authors: 1,
  automatic: undefined,
  verdict: { result: 'not-checked', because: '' },
  senderCheck: 'accept-known',
  sender: member,
  traces: noTraces,
  takesPart: (enquiryId, personId) => enquiryId === 'e1' && personId === 'reed',
  toRecord: false,
  toRevoked: false,
  mailboxIds: ['streets'],
  namedMembers: [],
  encrypted: false,
  bomb: false,
  flood: false,
  ...given,
})

const about = (enquiryId: string): Traces => ({ ...noTraces, byReplyAddress: [enquiryId] })
const reasonOf = (given: Partial<Facts>) => {
  const arrival = understand(facts(given))
  return arrival.kind === 'held' ? arrival.reason : arrival.kind
}

test('the stronger trace wins, the subject is the weakest', () => {
  const bySubject = [{ enquiryId: 'e4', participants: ['reed'] }]
  const all: Traces = { byReplyAddress: ['e1'], byOurMessageId: ['e2', 'e9'], byStoredMessageId: ['e3'], bySubject }
  assert.deepEqual(match(all, 'reed'), { enquiryId: 'e1', matchedBy: 'reply-address' })
  assert.deepEqual(match({ ...all, byReplyAddress: [] }, 'reed'), { enquiryId: 'e2', matchedBy: 'our-message-id' })
  assert.deepEqual(match({ ...noTraces, byStoredMessageId: ['e3'], bySubject }, 'reed'), {
    enquiryId: 'e3',
    matchedBy: 'stored-message-id',
  })
  assert.deepEqual(match({ ...noTraces, bySubject }, 'reed'), { enquiryId: 'e4', matchedBy: 'reference-in-subject' })
})

test('a reference in the subject is nothing from somebody who takes no part', () => {
  const traces = { ...noTraces, bySubject: [{ enquiryId: 'e4', participants: ['reed'] }] }
  assert.equal(match(traces, 'somebody'), undefined)
  assert.equal(match(traces, undefined), undefined)
})

test('a member asks, an assistant asks for their member', () => {
  assert.deepEqual(understand(facts({ mailboxIds: ['streets', 'waste', 'streets'] })), {
    kind: 'new-enquiry',
    memberId: 'reed',
    senderId: 'reed',
    mailboxId: 'streets',
    otherMailboxIds: ['waste'],
  })
  assert.deepEqual(understand(facts({ sender: assistant, mailboxIds: [] })), {
    kind: 'new-enquiry',
    memberId: 'reed',
    senderId: 'asha',
    mailboxId: undefined,
    otherMailboxIds: [],
  })
})

test('an assistant of several members must say for which', () => {
  const sender = { ...assistant, members: ['reed', 'khan'] }
  assert.equal(reasonOf({ sender }), 'which-member')
  assert.equal(reasonOf({ sender, namedMembers: ['reed', 'khan'] }), 'which-member')
  const arrival = understand(facts({ sender, namedMembers: ['khan', 'somebody'] }))
  assert.equal(arrival.kind === 'new-enquiry' && arrival.memberId, 'khan')
})

test('who takes part replies, an assistant too; anybody else is held with the enquiry named', () => {
  assert.deepEqual(understand(facts({ traces: about('e1') })), {
    kind: 'reply',
    enquiryId: 'e1',
    personId: 'reed',
    matchedBy: 'reply-address',
  })
  assert.equal(reasonOf({ traces: about('e1'), sender: assistant }), 'reply')
  const arrival = understand(facts({ traces: about('e1'), sender: officer }))
  assert.deepEqual(arrival.kind === 'held' && [arrival.reason, arrival.enquiryId], ['not-a-participant', 'e1'])
})

test('an officer records, by the record address only', () => {
  assert.deepEqual(understand(facts({ sender: officer, toRecord: true, namedMembers: ['reed'] })), {
    kind: 'record',
    officerId: 'owen',
    enquiryId: undefined,
    memberId: 'reed',
    mailboxId: 'streets',
  })
  assert.equal(reasonOf({ sender: officer }), 'no-member')
  assert.equal(reasonOf({ sender: member, toRecord: true }), 'new-enquiry')
})

test('each doubt holds the message', () => {
  assert.equal(reasonOf({ authors: 2 }), 'several-senders')
  assert.equal(reasonOf({ authors: 0, sender: undefined }), 'no-sender')
  assert.equal(reasonOf({ sender: undefined }), 'unknown-sender')
  assert.equal(reasonOf({ sender: { ...member, disabled: true } }), 'disabled-sender')
  assert.equal(reasonOf({ verdict: { result: 'fail', because: '' } }), 'sender-check-failed')
  assert.equal(reasonOf({ senderCheck: 'enforce' }), 'sender-not-proven')
  assert.equal(reasonOf({ senderCheck: 'enforce', verdict: { result: 'pass', because: '' } }), 'new-enquiry')
  assert.equal(reasonOf({ toRevoked: true }), 'revoked-address')
  assert.equal(reasonOf({ bomb: true }), 'archive-bomb')
  assert.equal(reasonOf({ flood: true }), 'too-many')
  assert.equal(reasonOf({ encrypted: true }), 'encrypted')
  assert.equal(reasonOf({ encrypted: true, traces: about('e1') }), 'reply')
  assert.equal(reasonOf({ traces: { ...noTraces, byReplyAddress: ['e1', 'e2'] } }), 'which-enquiry')
})

const anyFacts = fc.record({
  authors: fc.nat(3),
  automatic: fc.option(fc.constantFrom(...(Object.keys(automaticWords) as AutomaticReason[])), { nil: undefined }),
  verdict: fc.record({ result: fc.constantFrom('pass', 'fail', 'none', 'not-checked'), because: fc.constant('') }),
  senderCheck: fc.constantFrom('enforce', 'accept-known'),
  sender: fc.option(fc.constantFrom(member, assistant, officer, { ...member, disabled: true }), { nil: undefined }),
  traces: fc.constantFrom(noTraces, about('e1'), about('e2')),
  toRecord: fc.boolean(),
  toRevoked: fc.boolean(),
}) as fc.Arbitrary<Partial<Facts>>

test('whatever comes: only a known, undoubted person has an effect, and a machine never', () => {
  fc.assert(
    fc.property(anyFacts, given => {
      const { kind } = understand(facts(given))
      if (kind === 'automatic' || kind === 'held') return
      const all = facts(given)
      assert.ok(
        all.sender && !all.sender.disabled && !all.automatic && all.authors === 1 && all.verdict.result !== 'fail',
      )
      assert.ok(all.senderCheck === 'accept-known' || all.verdict.result === 'pass')
    }),
    { numRuns: 2000 },
  )
})

test('whoever was asked for a part of an answer may give it, and nothing else', () => {
  const part = { enquiryId: 'e1', contributionId: 'c1', standing: 'open', answersRequest: true } as const
  const stranger = { sender: undefined, traces: about('e1'), part }
  const given = { kind: 'contribution', enquiryId: 'e1', contributionId: 'c1' }
  assert.deepEqual(understand(facts(stranger)), { ...given, personId: null })
  assert.deepEqual(understand(facts({ ...stranger, sender: officer })), { ...given, personId: 'owen' })
  assert.equal(reasonOf({ ...stranger, traces: about('e2') }), 'unknown-sender')
  assert.equal(reasonOf({ ...stranger, traces: noTraces }), 'unknown-sender')
  for (const standing of ['given', 'withdrawn', 'expired'] as const)
    assert.equal(reasonOf({ ...stranger, part: { ...part, standing } }), `part-${standing}`)
  assert.equal(reasonOf({ ...stranger, automatic: 'auto-submitted' as never }), 'automatic')
  assert.equal(reasonOf({ ...stranger, verdict: { result: 'fail', because: '' } }), 'sender-check-failed')
  assert.equal(reasonOf({ ...stranger, senderCheck: 'enforce' }), 'sender-not-proven')
  assert.equal(reasonOf({ ...stranger, encrypted: true }), 'encrypted')
  assert.equal(reasonOf({ ...stranger, bomb: true }), 'archive-bomb')
  assert.equal(reasonOf({ ...stranger, flood: true }), 'too-many')
})

test('who takes part anyway writes as always, unless it is the request that they answer', () => {
  const part = { enquiryId: 'e1', contributionId: 'c1', standing: 'open', answersRequest: true } as const
  assert.equal(reasonOf({ traces: about('e1'), part }), 'contribution')
  assert.equal(reasonOf({ traces: about('e1'), part: { ...part, answersRequest: false } }), 'reply')
  assert.equal(reasonOf({ traces: about('e1'), part: { ...part, standing: 'given' } }), 'reply')
})
