import type { Example } from '#platform/http/endpoint.ts'
import type { EnquiryTold } from './represent.ts'

/** The examples of the API's document. A test sends each of them and compares the shape and status of what comes. */
const reference = 'ME-2026-000123'
const otherReference = 'ME-2026-000098'
const here = `/api/v1/enquiries/${reference}`
const site = 'https://onestop.tessbridge.example'

const ids = {
  member: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a01',
  responder: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a02',
  message: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a03',
  attachment: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a04',
  promise: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a05',
  contribution: '0197a3c0-5b1e-7c44-9a51-2f6f1d0c1a09',
}

/** What stands for something that each council numbers anew. */
export const exampleIds = { reference, otherReference, ...ids }

const subject = 'Pothole outside 14 Mill Lane'

/** Freshly raised: everything later is told as a difference from it. */
const fresh: EnquiryTold = {
  reference,
  version: 1,
  status: 'new',
  subject,
  kind: 'service-request',
  channel: 'api',
  direct: false,
  late: false,
  restricted: false,
  round: 1,
  member: ids.member,
  memberName: 'Councillor Aoife Ní Mhurchú',
  raisedByName: 'Councillor Aoife Ní Mhurchú',
  constituent: 'Mrs O’Brien, 14 Mill Lane',
  topic: 'pothole',
  topicName: 'Potholes',
  wardName: null,
  place: null,
  mailbox: 'streets',
  mailboxName: 'Streets and pavements',
  holder: null,
  holderName: null,
  receivedOn: '2026-06-01',
  registeredOn: '2026-06-01',
  limitWorkingDays: 10,
  dueOn: '2026-06-15',
  agreedDueOn: null,
  headlineDueOn: '2026-06-15',
  acknowledgedOn: null,
  nextUpdateOn: null,
  answeredOn: null,
  firstAnsweredOn: null,
  closedOn: null,
  outcome: null,
  promises: [],
  chases: 0,
  contributions: [],
  withPartner: null,
  trackingUrl: `${site}/enquiries/${reference}/track`,
}

const held = { holder: ids.responder, holderName: 'Kwame Asante' }
const taken = {
  ...held,
  version: 2,
  status: 'in-progress',
  acknowledgedOn: '2026-06-02',
  nextUpdateOn: '2026-06-05',
} as const
const answered = {
  ...taken,
  version: 3,
  status: 'answered',
  nextUpdateOn: null,
  answeredOn: '2026-06-09',
  firstAnsweredOn: '2026-06-09',
} as const
const closed = { ...answered, version: 4, status: 'closed', closedOn: '2026-06-10' } as const

const withPartner = 'Tess Valley Homes'
const handOver = {
  mailbox: 'tess-valley-homes',
  share: ['subject', 'words', 'constituent'],
  text: 'Please mend the wall, or say when you will.',
  authority: 'Data-sharing agreement of 2024, schedule 2',
  dueOn: '2026-06-10',
}

export const raising: Example = {
  as: 'demo.member',
  path: '/api/v1/enquiries',
  key: '7f1c2b9e-pothole-mill-lane',
  body: {
    member: 'demo.member@tessbridge.example',
    subject,
    text: 'It is deep enough to break a wheel. When will it be mended? Who inspected it last?',
    topic: 'pothole',
    constituent: 'Mrs O’Brien, 14 Mill Lane',
    attachments: [{ name: 'mill-lane.txt', content: 'VGhlIGhvbGUgaXMgNDAgY20gd2lkZS4=' }],
  },
  status: 201,
  answer: {
    reference,
    version: 1,
    status: 'new',
    kind: 'service-request',
    channel: 'api',
    restricted: false,
    topic: 'pothole',
    mailbox: 'streets',
    mailboxName: 'Streets and pavements',
    receivedOn: '2026-06-01',
    limitWorkingDays: 10,
    dueOn: '2026-06-15',
    trackingUrl: fresh.trackingUrl,
  },
}

const listed = () => {
  const { version, direct, late, raisedByName, constituent, wardName, place, registeredOn, limitWorkingDays, ...line } =
    fresh
  const { acknowledgedOn, firstAnsweredOn, outcome, promises, contributions, withPartner, ...shown } = line
  return { ...shown, openContributions: contributions.length }
}

export const listing: Example = {
  as: 'demo.responder',
  path: '/api/v1/enquiries?status=new,in-progress&mailbox=streets&order=due&limit=1',
  status: 200,
  answer: {
    enquiries: [listed()],
    next: `${site}/api/v1/enquiries?status=new%2Cin-progress&mailbox=streets&order=due&limit=1&after=WyJkdWUiLCIyMDI2LTA2LTE1Il0`,
  },
}

export const reading: Example = { as: 'demo.member', path: here, status: 200, answer: fresh }

export const timeline: Example = {
  as: 'demo.member',
  path: `${here}/timeline`,
  status: 200,
  answer: {
    events: [
      {
        sequence: 1,
        type: 'received',
        at: '2026-06-01T09:00:00.000Z',
        on: '2026-06-01',
        by: ids.member,
        byName: fresh.memberName,
        as: 'member',
        onBehalfOf: null,
        onBehalfOfName: null,
        words: 'Received',
        detail: 'Another system, 1 June 2026. Due 15 June 2026, 10 working days on.',
        message: ids.message,
      },
    ],
  },
}

export const messages: Example = {
  as: 'demo.member',
  path: `${here}/messages`,
  status: 200,
  answer: {
    messages: [
      {
        id: ids.message,
        kind: 'enquiry',
        round: 1,
        at: '2026-06-01T09:00:00.000Z',
        from: ids.member,
        fromName: fresh.memberName,
        as: 'member',
        via: 'api',
        internal: false,
        text: 'It is deep enough to break a wheel. When will it be mended? Who inspected it last?',
        quoted: '',
        contact: '',
        mayShare: null,
        attachments: [
          {
            id: ids.attachment,
            name: 'mill-lane.txt',
            type: 'text/plain',
            size: 23,
            url: `${site}${here}/attachments/${ids.attachment}`,
          },
        ],
      },
    ],
  },
}

export const clock: Example = {
  as: 'demo.member',
  path: `${here}/clock`,
  status: 200,
  answer: {
    reference,
    round: 1,
    receivedOn: '2026-06-01',
    limitWorkingDays: 2,
    pauses: [],
    dueOn: '2026-06-03',
    extensions: [],
    agreedDueOn: null,
    standing: 'due-soon',
    stopped: false,
    workingDaysLeft: 2,
    workingDaysLate: 0,
    calendar: { nation: 'england-and-wales', version: 1 },
    days: [
      { on: '2026-06-01', because: 'received', counted: null, why: 'Received: day 0' },
      { on: '2026-06-02', because: 'counted', counted: 1, why: 'Day 1' },
      { on: '2026-06-03', because: 'due', counted: 2, why: 'Day 2: due by the end of this day' },
    ],
  },
}

export const attachment: Example = { as: 'demo.member', path: `${here}/attachments/${ids.attachment}`, status: 200 }

type ActExample = Pick<Example, 'as' | 'path' | 'body'> & { readonly makes: Partial<EnquiryTold> }

/** One act as somebody does it: whose token, what is sent, and what it changes. */
const done = (as: string, act: string, body: object, makes: Partial<EnquiryTold>): ActExample => ({
  as,
  path: `${here}/${act}`,
  body,
  makes,
})

export const actAnswer = ({ makes }: ActExample): EnquiryTold => ({ ...fresh, ...makes })

/** Every act that people do, in words for whoever writes a client. */
export const actExamples: Readonly<Record<string, { means: string; example: ActExample }>> = {
  take: {
    means: 'Somebody of the mailbox takes the work; the member is told who has it and when they will hear.',
    example: done('demo.responder', 'take', { version: 1 }, taken),
  },
  allocate: {
    means: 'The work is given to somebody of the mailbox, who has still to take it.',
    example: done(
      'demo.owner',
      'allocate',
      { to: 'demo.responder@tessbridge.example', why: 'Kwame knows the lane' },
      { ...held, version: 2, status: 'assigned' },
    ),
  },
  accept: {
    means: 'Whoever was given the work takes it on; the member is told who has it and when they will hear.',
    example: done('demo.responder', 'accept', { version: 2 }, { ...taken, version: 3 }),
  },
  decline: {
    means:
      'Whoever was given the work gives it back, with the reason and the mailbox it belongs to; leave `rightMailbox` out when you do not know.',
    example: done(
      'demo.responder',
      'decline',
      { because: 'wrong-mailbox', rightMailbox: 'housing-advice', why: 'The lane belongs to the housing estate' },
      { version: 3, status: 'new' },
    ),
  },
  reassign: {
    means: 'The work changes hands inside its mailbox. The due date stays.',
    example: done(
      'demo.responder',
      'reassign',
      { to: 'demo.owner@tessbridge.example', why: 'On leave from tomorrow' },
      { ...taken, version: 3, status: 'assigned', holderName: 'Fiona Hartley' },
    ),
  },
  release: {
    means: 'The work goes back to its mailbox.',
    example: done(
      'demo.responder',
      'release',
      {},
      { ...taken, version: 3, status: 'new', holder: null, holderName: null },
    ),
  },
  move: {
    means: 'It goes to the mailbox it belongs to, with its history and its clock. It may leave your sight by that.',
    example: done(
      'demo.one-stop',
      'move',
      { mailbox: 'housing-advice', why: 'The lane belongs to the housing estate' },
      { version: 2, mailbox: 'housing-advice', mailboxName: 'Housing advice' },
    ),
  },
  'set-topic': {
    means: 'What it is about, where nobody said or somebody chose wrongly. The mailbox and the due date stay.',
    example: done(
      'demo.one-stop',
      'set-topic',
      { topic: 'homelessness' },
      { version: 2, topic: 'homelessness', topicName: 'Homelessness' },
    ),
  },
  'set-place': {
    means:
      'Where it is about, where nobody said or somebody learned better. The ward follows from a postcode or a spot; where these say nothing, from `ward`. The mailbox and the due date stay.',
    example: done(
      'demo.one-stop',
      'set-place',
      { place: { words: 'Outside 14 Mill Lane', latitude: 53.9, longitude: -3.9 } },
      {
        version: 2,
        place: { words: 'Outside 14 Mill Lane', postcode: null, latitude: 53.9, longitude: -3.9 },
      },
    ),
  },
  'change-kind': {
    means:
      'It is of another kind, and counts by that kind’s clock from its receipt. The clock before stays in the history.',
    example: done(
      'demo.one-stop',
      'change-kind',
      { kind: 'information-request', text: 'The councillor asks for the inspection reports.' },
      {
        version: 2,
        kind: 'information-request',
        limitWorkingDays: 20,
        dueOn: '2026-06-29',
        headlineDueOn: '2026-06-29',
      },
    ),
  },
  ask: {
    means: 'A question to the member. It holds the clock back until the reply.',
    example: done(
      'demo.responder',
      'ask',
      { text: 'Which end of the lane is it, by the bridge or by the school?' },
      { ...taken, version: 3, status: 'waiting-for-member', dueOn: null, headlineDueOn: null },
    ),
  },
  reply: {
    means: 'The member writes. It answers a question that holds the clock back, or adds to the enquiry.',
    example: done(
      'demo.member',
      'reply',
      {
        text: 'By the bridge, on the left.',
        attachments: [{ name: 'bridge.txt', content: 'QnkgdGhlIGJyaWRnZSwgb24gdGhlIGxlZnQu' }],
      },
      { ...taken, version: 4 },
    ),
  },
  update: {
    means: 'The member hears how it stands and when they will hear again. It does not stop the clock.',
    example: done(
      'demo.responder',
      'update',
      { text: 'The inspector goes there on Thursday.', nextUpdateOn: '2026-06-10' },
      { ...taken, version: 3, nextUpdateOn: '2026-06-10' },
    ),
  },
  'ask-contribution': {
    means:
      'A part of the answer is asked of somebody else, by a date before the enquiry’s. They get the questions with a link and see nothing else; the answer waits for them.',
    example: done(
      'demo.responder',
      'ask-contribution',
      {
        email: 'demo.one-stop@tessbridge.example',
        questions: ['How deep is the foundation at number 14?'],
        text: 'It is the core that was taken on Monday.',
        dueOn: '2026-06-10',
      },
      { ...taken, version: 3, contributions: [{ id: ids.contribution, dueOn: '2026-06-10', endedOn: null }] },
    ),
  },
  contribute: {
    means:
      'Whoever was asked for a part sends it: each numbered question answered, or all of it in one `text`. They need not see the enquiry.',
    example: done(
      'demo.one-stop',
      'contribute',
      { contribution: ids.contribution, answers: [{ number: 1, answer: 'Forty centimetres.' }] },
      { ...taken, version: 4, contributions: [{ id: ids.contribution, dueOn: '2026-06-10', endedOn: '2026-06-01' }] },
    ),
  },
  'chase-contribution': {
    means: 'Whoever was asked for a part is reminded.',
    example: done(
      'demo.responder',
      'chase-contribution',
      { contribution: ids.contribution },
      { ...taken, version: 4, contributions: [{ id: ids.contribution, dueOn: '2026-06-10', endedOn: null }] },
    ),
  },
  'withdraw-contribution': {
    means: 'A part is no longer needed: whoever was asked is told, and their link ends.',
    example: done(
      'demo.responder',
      'withdraw-contribution',
      { contribution: ids.contribution, text: 'Found it in the file.' },
      { ...taken, version: 4, contributions: [{ id: ids.contribution, dueOn: '2026-06-10', endedOn: '2026-06-01' }] },
    ),
  },
  extend: {
    means:
      'A later date, before the first one has come. The member reads the reason; timeliness is judged by the first date.',
    example: done(
      'demo.responder',
      'extend',
      { newDueOn: '2026-06-22', text: 'The inspector needs the core samples, which come on Thursday.' },
      { ...taken, version: 3, agreedDueOn: '2026-06-22' },
    ),
  },
  answer: {
    means:
      'The answer. Every numbered question of the round is answered or excused, and what is promised carries a date.',
    example: done(
      'demo.responder',
      'answer',
      {
        text: 'An inspector measured the hole: it meets our standard for a repair.',
        answers: [
          { number: 1, answer: 'It is mended within five working days.' },
          { number: 2, excuse: 'No record was kept before this one.' },
        ],
        promises: [{ words: 'The hole is mended', who: 'Highways', dueOn: '2026-12-18' }],
        contact: 'Streets and pavements, 01632 960 114',
        mayShare: true,
      },
      { ...answered, promises: [{ id: ids.promise, dueOn: '2026-12-18', keptOn: null, firstDueOn: null }] },
    ),
  },
  'hand-over': {
    means:
      'It goes to a partner with a date, only what they need (`share`), and the authority to share it. The member is told, and the council’s clock goes on.',
    example: done('demo.responder', 'hand-over', handOver, {
      ...taken,
      version: 3,
      status: 'with-partner',
      withPartner,
    }),
  },
  'partner-answer': {
    means: 'The partner answers; the handler answers the member with it.',
    example: done(
      'demo.partner',
      'partner-answer',
      { text: 'The wall is ours and is mended on Friday.' },
      { ...taken, version: 4 },
    ),
  },
  'partner-decline': {
    means: 'The partner says that it is not theirs.',
    example: done('demo.partner', 'partner-decline', { text: 'The wall was sold in May.' }, { ...taken, version: 4 }),
  },
  'take-over': {
    means: 'The partner takes it over wholly, where the council lets them. It closes here and the member is told.',
    example: done(
      'demo.partner',
      'take-over',
      { text: 'Tess Valley Homes deals with it from now on: repairs@tess-valley-homes.example.' },
      { ...taken, version: 4, status: 'closed', closedOn: '2026-06-02', outcome: 'transferred', nextUpdateOn: null },
    ),
  },
  'take-back': {
    means: 'The council takes it back from the partner.',
    example: done('demo.responder', 'take-back', { text: 'Found to be ours after all.' }, { ...taken, version: 4 }),
  },
  submit: {
    means: 'The answer is given to a second person to read. Restricted matters and some topics need that.',
    example: done(
      'demo.responder',
      'submit',
      {
        text: 'An inspector measured the hole: it meets our standard for a repair.',
        answers: [
          { number: 1, answer: 'It is mended within five working days.' },
          { number: 2, excuse: 'No record was kept before this one.' },
        ],
      },
      { ...taken, version: 3, status: 'in-review' },
    ),
  },
  return: {
    means: 'The second person returns the answer with a note; whoever wrote it may also take it back.',
    example: done('demo.owner', 'return', { text: 'Say by when, please.' }, { ...taken, version: 4 }),
  },
  'send-reviewed': {
    means: 'The second person, who must be somebody else, sends the answer as it was submitted.',
    example: done('demo.owner', 'send-reviewed', {}, { ...answered, version: 4 }),
  },
  'answer-at-once': {
    means: 'It was answered in the conversation itself. What was said is kept and sent to the member.',
    example: done(
      'demo.one-stop',
      'answer-at-once',
      { text: 'I read the councillor the date of the repair from the programme.' },
      { version: 2, status: 'answered', answeredOn: '2026-06-01', firstAnsweredOn: '2026-06-01' },
    ),
  },
  agree: {
    means: '“This answers it”: the enquiry closes. What was promised is still tracked.',
    example: done('demo.member', 'agree', { text: 'Thank you.' }, { ...closed, outcome: 'resolved-by-member' }),
  },
  disagree: {
    means: '“It doesn’t”: another round begins, with a clock of its own.',
    example: done(
      'demo.member',
      'disagree',
      { text: 'You did not say who pays for the wheel.' },
      {
        ...taken,
        version: 4,
        round: 2,
        nextUpdateOn: null,
        firstAnsweredOn: '2026-06-09',
        limitWorkingDays: 5,
        dueOn: '2026-06-17',
      },
    ),
  },
  withdraw: {
    means: 'The member no longer needs an answer.',
    example: done(
      'demo.member',
      'withdraw',
      { text: 'It was mended this morning.' },
      { version: 2, status: 'closed', closedOn: '2026-06-02', outcome: 'withdrawn' },
    ),
  },
  close: {
    means: 'It cannot come to an answer: the member is told why, and where they can go next.',
    example: done(
      'demo.one-stop',
      'close',
      {
        outcome: 'unsatisfied',
        route: 'The Local Government Ombudsman, lgo.example',
        text: 'The lane is not adopted, so the council may not mend it.',
      },
      { version: 2, status: 'closed', closedOn: '2026-06-02', outcome: 'unsatisfied' },
    ),
  },
  reroute: {
    means: 'Another procedure fits: it has gone there, and the member is told where, to whom and under which number.',
    example: done(
      'demo.one-stop',
      'reroute',
      {
        procedure: 'e-form',
        who: 'Insurance team',
        theirReference: 'CL-4471',
        link: 'https://tessbridge.example/claims',
        text: 'This is a claim for damages, which has a form of its own.',
      },
      { version: 2, status: 'closed', closedOn: '2026-06-02', outcome: 'rerouted' },
    ),
  },
  transfer: {
    means: 'Somebody outside has taken it over, by name.',
    example: done(
      'demo.one-stop',
      'transfer',
      {
        who: 'Ms Okafor',
        organisation: 'Tess Valley Water',
        text: 'The hole is over their main: they mend it this week.',
      },
      { version: 2, status: 'closed', closedOn: '2026-06-02', outcome: 'transferred' },
    ),
  },
  'close-as-error': {
    means: 'It should never have been an enquiry. It leaves the figures; only member services may say so.',
    example: done(
      'demo.one-stop',
      'close-as-error',
      { text: 'The call was recorded twice.' },
      { version: 2, status: 'closed', closedOn: '2026-06-02', outcome: 'recorded-in-error' },
    ),
  },
  reopen: {
    means: 'A closed enquiry is opened again, to its last holder where they are still there.',
    example: done(
      'demo.member',
      'reopen',
      { text: 'The hole is back after the rain.' },
      {
        ...taken,
        version: 5,
        status: 'in-progress',
        round: 2,
        nextUpdateOn: null,
        firstAnsweredOn: '2026-06-09',
        limitWorkingDays: 5,
        dueOn: '2026-06-17',
        promises: [{ id: ids.promise, dueOn: '2026-12-18', keptOn: null, firstDueOn: null }],
      },
    ),
  },
  'follow-up': {
    means: 'It closed too long ago to be opened again: a new enquiry follows on from it, linked, for its last holder.',
    example: done(
      'demo.member',
      'follow-up',
      { text: 'The hole is back, and deeper.' },
      { version: 5, status: 'closed', closedOn: '2026-06-02', outcome: 'resolved-by-member' },
    ),
  },
  'look-at': {
    means: 'What the member wrote after the answer needs nothing more.',
    example: done('demo.responder', 'look-at', {}, { ...answered, version: 5 }),
  },
  note: {
    means: 'An internal note, never shown to the member.',
    example: done('demo.responder', 'note', { text: 'The school rang about it too.' }, { ...taken, version: 3 }),
  },
  chase: {
    means: 'The member asks after a date that was missed.',
    example: done('demo.member', 'chase', { text: 'It was due on Monday.' }, { ...taken, version: 3, chases: 1 }),
  },
  'keep-promise': {
    means: 'What an answer promised has happened.',
    example: done(
      'demo.responder',
      'keep-promise',
      { promise: ids.promise },
      {
        ...answered,
        version: 4,
        promises: [{ id: ids.promise, dueOn: '2026-12-18', keptOn: '2026-06-10', firstDueOn: null }],
      },
    ),
  },
  'break-promise': {
    means: 'A promise cannot be kept in time: the member hears why and by when instead.',
    example: done(
      'demo.responder',
      'break-promise',
      { promise: ids.promise, newDueOn: '2026-12-23', text: 'The contractor’s crew was called to a burst main.' },
      {
        ...answered,
        version: 4,
        promises: [{ id: ids.promise, dueOn: '2026-12-23', keptOn: null, firstDueOn: '2026-12-18' }],
      },
    ),
  },
  join: {
    means:
      'The member asked about one matter twice: the work goes on at the other enquiry, from the earliest receipt and by the strictest date.',
    example: done(
      'demo.one-stop',
      'join',
      { other: otherReference, why: 'Both are about the hole outside number 14' },
      { version: 2, status: 'closed', closedOn: '2026-06-02', outcome: 'joined' },
    ),
  },
  unjoin: {
    means: 'They are two matters after all: each is again what it would be had they never been joined.',
    example: done('demo.one-stop', 'unjoin', { why: 'One is about the lamp' }, { version: 3 }),
  },
  link: {
    means: 'It follows on from another enquiry, or is related to it. Each keeps its work, date and answer.',
    example: done('demo.one-stop', 'link', { other: otherReference, as: 'follows' }, { version: 2 }),
  },
  unlink: {
    means: 'The link was wrong.',
    example: done('demo.one-stop', 'unlink', { other: otherReference }, { version: 3 }),
  },
  'add-to-set': {
    means:
      'Another member asked about the same matter. The other enquiry, or the lead of its set, leads; each keeps its clock and answer. Members never learn of each other.',
    example: done('demo.one-stop', 'add-to-set', { other: otherReference }, { version: 2 }),
  },
  'lead-set': {
    means: 'The work for its set is done at this enquiry from now on.',
    example: done('demo.one-stop', 'lead-set', {}, { version: 3 }),
  },
  'leave-set': {
    means: 'It is in no set any more. Its work, date and answer stay as they are.',
    example: done('demo.one-stop', 'leave-set', { why: 'Another lamp' }, { version: 3 }),
  },
  file: {
    means: 'A message that belongs to it is kept for the council’s own people, and changes nothing.',
    example: done('demo.one-stop', 'file', { text: 'Forwarded: the contractor’s schedule.' }, { ...taken, version: 3 }),
  },
}
