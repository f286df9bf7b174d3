import type { PersonKey } from '#test/small-council.ts'
import type { Typed } from '#test/web.ts'
import {
  answered,
  contributing,
  council,
  dateTyped,
  db,
  did,
  given,
  raised,
  handedOver,
  submitted,
  taken,
} from './stage-for-tests.ts'

const { responder, secondResponder } = council.people

/** One act of the officers, done well and done badly. */
type Trial = {
  readonly start: () => Promise<string>
  readonly who: PersonKey
  readonly good: (reference: string) => Promise<Typed> | Typed
  readonly leaves: string
  /** what is refused, the words, and the field that is linked */
  readonly bad?: readonly [Typed, RegExp, string]
}

export const kept = "Ní Mhurchú & O'Brien <b> 🏮 شارع"
export const trials: Record<string, Trial> = {
  take: {
    start: raised,
    who: 'responder',
    good: () => dateTyped('nextUpdateOn', '2026-06-12'),
    leaves: 'in-progress',
    bad: [dateTyped('nextUpdateOn', '2026-06-01'), /must not lie in the past/, 'nextUpdateOn-day'],
  },
  allocate: {
    start: raised,
    who: 'owner',
    good: () => ({ to: responder.person, why: kept }),
    leaves: 'assigned',
    bad: [{ to: '', why: kept }, /Select who should answer this/, 'to'],
  },
  'hand-over': {
    start: taken,
    who: 'responder',
    good: () => ({
      mailbox: council.mailbox.partner,
      share: 'words',
      text: kept,
      authority: kept,
      ...dateTyped('dueOn', '2026-06-19'),
    }),
    leaves: 'with-partner',
    bad: [{ mailbox: council.mailbox.partner, text: kept }, /Select what they need/, 'share'],
  },
  'take-back': {
    start: handedOver,
    who: 'responder',
    good: () => ({ text: kept }),
    leaves: 'in-progress',
    bad: [{ text: '' }, /Enter why you take it back/, 'text'],
  },
  submit: {
    start: taken,
    who: 'responder',
    good: () => ({ text: kept, 'answer-1': 'In July', 'excuse-2': 'Nobody knows' }),
    leaves: 'in-review',
    bad: [{ text: kept, 'answer-1': 'In July' }, /Answer question 2, or say why it cannot be answered/, 'answers-2'],
  },
  return: {
    start: submitted,
    who: 'owner',
    good: () => ({ text: kept }),
    leaves: 'in-progress',
    bad: [{ text: '' }, /Enter what should be changed/, 'text'],
  },
  'send-reviewed': { start: submitted, who: 'owner', good: () => ({}), leaves: 'answered' },
  accept: {
    start: given,
    who: 'responder',
    good: () => dateTyped('nextUpdateOn', '2026-06-12'),
    leaves: 'in-progress',
    bad: [dateTyped('nextUpdateOn', '2026-06-01'), /must not lie in the past/, 'nextUpdateOn-day'],
  },
  decline: {
    start: given,
    who: 'responder',
    good: () => ({ because: 'wrong-mailbox', rightMailbox: council.mailbox.housing, why: kept }),
    leaves: 'new',
    bad: [{ rightMailbox: council.mailbox.housing, why: kept }, /Select why you decline it/, 'because'],
  },
  'ask-contribution': {
    start: taken,
    who: 'responder',
    good: () => ({
      email: 'lab@cores.example',
      name: kept,
      questions: `${kept}\nHow deep?`,
      text: kept,
      ...dateTyped('dueOn', '2026-06-22'),
    }),
    leaves: 'in-progress',
    bad: [
      { email: 'lab@cores.example', name: kept, questions: kept, ...dateTyped('dueOn', '2026-06-23') },
      /Enter a date by 22 June 2026/,
      'dueOn-day',
    ],
  },
  'chase-contribution': {
    start: contributing,
    who: 'responder',
    good: async reference => ({ contribution: await contributionOf(reference) }),
    leaves: 'in-progress',
    bad: [{ contribution: '' }, /Select which contribution/, 'contribution'],
  },
  'withdraw-contribution': {
    start: contributing,
    who: 'responder',
    good: async reference => ({ contribution: await contributionOf(reference), text: kept }),
    leaves: 'in-progress',
    bad: [{ contribution: '', text: kept }, /Select which contribution/, 'contribution'],
  },
  extend: {
    start: taken,
    who: 'responder',
    good: () => ({ text: kept, ...dateTyped('newDueOn', '2026-06-30') }),
    leaves: 'in-progress',
    bad: [{ text: kept, ...dateTyped('newDueOn', '2026-07-31') }, /Enter a date by 7 July 2026/, 'newDueOn-day'],
  },
  reassign: {
    start: taken,
    who: 'owner',
    good: () => ({ to: secondResponder.person, why: kept }),
    leaves: 'assigned',
    bad: [{ to: council.people.otherResponder.person, why: kept }, /not one of this mailbox&#39;s people/, 'to'],
  },
  release: { start: taken, who: 'responder', good: () => ({}), leaves: 'new' },
  move: {
    start: taken,
    who: 'responder',
    good: () => ({ mailbox: council.mailbox.housing, why: kept }),
    leaves: 'new',
    bad: [{ mailbox: '', why: kept }, /Select the mailbox this belongs to/, 'mailbox'],
  },
  'set-topic': {
    start: taken,
    who: 'responder',
    good: () => ({ topic: council.topic.homelessness }),
    leaves: 'in-progress',
    bad: [{ topic: council.topic.potholes }, /Its topic is Potholes and road surface already/, 'topic'],
  },
  'set-place': {
    start: taken,
    who: 'responder',
    good: () => ({ 'place-words': 'By the weir, TB1 4QF' }),
    leaves: 'in-progress',
    bad: [{ 'place-words': 'TB1 4Q' }, /Enter a postcode like TB1 4QF, or a street/, 'place-words'],
  },
  'change-kind': {
    start: taken,
    who: 'responder',
    good: () => ({ kind: 'information-request', text: kept }),
    leaves: 'in-progress',
    bad: [{ text: kept }, /Select what it is/, 'kind'],
  },
  restrict: {
    start: taken,
    who: 'responder',
    good: () => ({ sensitivity: 'adult-at-risk', why: kept }),
    leaves: 'new',
    bad: [{ why: kept }, /Select what kind of matter it is/, 'sensitivity'],
  },
  ask: {
    start: taken,
    who: 'responder',
    good: () => ({ text: kept }),
    leaves: 'waiting-for-member',
    bad: [{ text: ' ' }, /Enter your question/, 'text'],
  },
  update: {
    start: taken,
    who: 'responder',
    good: () => ({ text: kept, ...dateTyped('nextUpdateOn', '2026-06-16') }),
    leaves: 'in-progress',
    bad: [{ text: kept, ...dateTyped('nextUpdateOn', '2026-02-31') }, /Enter a real date/, 'nextUpdateOn-day'],
  },
  answer: {
    start: taken,
    who: 'responder',
    good: () => ({ text: kept, 'answer-1': 'In July', 'excuse-2': 'Nobody knows' }),
    leaves: 'answered',
    bad: [{ text: kept, 'answer-1': 'In July' }, /Answer question 2, or say why it cannot be answered/, 'answers-2'],
  },
  'answer-at-once': {
    start: raised,
    who: 'responder',
    good: () => ({ text: kept }),
    leaves: 'answered',
    bad: [{ text: '' }, /Enter what was said/, 'text'],
  },
  join: {
    start: taken,
    who: 'responder',
    good: async () => ({ other: await taken(), why: kept }),
    leaves: 'closed',
    bad: [{ other: 'ME-26-1', why: kept }, /Enter the number of the other enquiry, like ME-2026-000123/, 'other'],
  },
  unjoin: {
    start: async () => {
      const reference = await taken()
      await did('oneStop', 'join', reference, { other: await raised() })
      return reference
    },
    who: 'oneStop',
    good: () => ({ why: kept }),
    leaves: 'in-progress',
  },
  link: {
    start: taken,
    who: 'responder',
    good: async () => ({ other: await raised(), as: 'follows' }),
    leaves: 'in-progress',
    bad: [{ other: 'ME-2026-999999', as: 'related' }, /There is no such enquiry/, 'other'],
  },
  unlink: {
    start: async () => {
      const reference = await taken()
      await did('responder', 'link', reference, { other: await raised(), as: 'related' })
      return reference
    },
    who: 'secondResponder',
    good: async reference => ({ other: await linkedTo(reference) }),
    leaves: 'in-progress',
    bad: [{ other: '' }, /Enter the number of the other enquiry/, 'other'],
  },
  'add-to-set': {
    start: taken,
    who: 'responder',
    good: async () => ({ other: await anothersTaken() }),
    leaves: 'in-progress',
    bad: [{ other: 'ME-2026-999999' }, /There is no such enquiry/, 'other'],
  },
  'lead-set': { start: inSet, who: 'responder', good: () => ({}), leaves: 'in-progress' },
  'leave-set': { start: inSet, who: 'responder', good: () => ({ why: kept }), leaves: 'in-progress' },
  close: {
    start: taken,
    who: 'responder',
    good: () => ({ outcome: 'unsatisfied', route: 'The ombudsman', text: kept }),
    leaves: 'closed',
    bad: [{ outcome: 'unsatisfied', text: kept }, /Enter where the member can go next/, 'route'],
  },
  reroute: {
    start: taken,
    who: 'responder',
    good: () => ({ procedure: 'complaint', who: 'The complaints team', theirReference: 'C-1', link: '', text: kept }),
    leaves: 'closed',
    bad: [{ who: 'The complaints team', text: kept }, /Select the procedure that fits/, 'procedure'],
  },
  transfer: {
    start: taken,
    who: 'responder',
    good: () => ({ who: 'Ms Okafor', organisation: 'Tess Valley Water', text: kept }),
    leaves: 'closed',
    bad: [{ organisation: 'Tess Valley Water', text: kept }, /Enter who accepted it/, 'who'],
  },
  'close-as-error': {
    start: taken,
    who: 'oneStop',
    good: () => ({ text: kept }),
    leaves: 'closed',
    bad: [{ text: '' }, /Enter why it should never have been recorded/, 'text'],
  },
  disagree: {
    start: answered,
    who: 'oneStop',
    good: () => ({ text: kept }),
    leaves: 'in-progress',
    bad: [{ text: '' }, /Enter what is missing or wrong/, 'text'],
  },
  reopen: {
    start: async () => {
      const reference = await answered()
      await did('member', 'agree', reference)
      return reference
    },
    who: 'responder',
    good: () => ({ text: kept }),
    leaves: 'in-progress',
    bad: [{ text: '' }, /Enter why it has to be opened again/, 'text'],
  },
  'follow-up': {
    start: async () => {
      const reference = await answered()
      await did('member', 'agree', reference)
      await db.owner`update enquiries.enquiry set closed_on = '2026-04-01' where reference = ${reference}`
      return reference
    },
    who: 'responder',
    good: () => ({ text: kept }),
    leaves: 'closed',
    bad: [{ text: '' }, /Enter what you want to ask/, 'text'],
  },
  note: {
    start: taken,
    who: 'secondResponder',
    good: () => ({ text: kept }),
    leaves: 'in-progress',
    bad: [{ text: '' }, /Enter your note/, 'text'],
  },
  'look-at': {
    start: async () => {
      const reference = await answered()
      await did('member', 'reply', reference, { text: 'Thank you' })
      return reference
    },
    who: 'responder',
    good: () => ({}),
    leaves: 'answered',
  },
  'keep-promise': {
    start: answered,
    who: 'responder',
    good: async reference => ({ promise: await promiseOf(reference) }),
    leaves: 'answered',
    bad: [{ promise: '' }, /Select which promise was kept/, 'promise'],
  },
  'break-promise': {
    start: answered,
    who: 'responder',
    good: async reference => ({
      promise: await promiseOf(reference),
      text: kept,
      ...dateTyped('newDueOn', '2026-07-08'),
    }),
    leaves: 'answered',
    bad: [{ promise: '', text: kept }, /Enter by when it will happen/, 'newDueOn-day'],
  },
}

async function anothersTaken(): Promise<string> {
  const reference = await raised({}, {}, 'otherMember')
  await did('responder', 'take', reference)
  return reference
}

/** In a set that the other enquiry leads. */
async function inSet(): Promise<string> {
  const reference = await taken()
  await did('responder', 'add-to-set', reference, { other: await anothersTaken() })
  return reference
}

async function linkedTo(reference: string): Promise<string> {
  const [row] = await db.owner`
    select o.reference from enquiries.enquiry e join enquiries.enquiry o on o.id = (e.links -> 0 ->> 'to')::uuid
    where e.reference = ${reference}`
  return row!.reference
}

async function contributionOf(reference: string): Promise<string> {
  const [row] =
    await db.owner`select c.id from enquiries.contribution c join enquiries.enquiry e on e.id = c.enquiry_id where e.reference = ${reference}`
  return row!.id
}

async function promiseOf(reference: string): Promise<string> {
  const [row] =
    await db.owner`select p.id from enquiries.promise p join enquiries.enquiry e on e.id = p.enquiry_id where e.reference = ${reference}`
  return row!.id
}
