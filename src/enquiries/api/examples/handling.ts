import { type ActExamples, taken, done, held, answered } from './ground.ts'

/** Examples of who has it, where it is and what it is about. */
export const handling: ActExamples = {
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
  restrict: {
    means:
      'It turns out to be a private matter: from now on only its member and the proper officer’s people see it, and it leaves your sight. `why` is one line that holds nothing of the matter.',
    example: done(
      'demo.member',
      'restrict',
      { sensitivity: 'adult-at-risk', why: 'It tells of somebody who may be harmed' },
      {
        version: 2,
        restricted: true,
        kind: 'restricted',
        mailbox: 'safeguarding-adults',
        mailboxName: 'Safeguarding adults',
      },
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
  note: {
    means: 'An internal note, never shown to the member.',
    example: done('demo.responder', 'note', { text: 'The school rang about it too.' }, { ...taken, version: 3 }),
  },
  file: {
    means: 'A message that belongs to it is kept for the council’s own people, and changes nothing.',
    example: done('demo.one-stop', 'file', { text: 'Forwarded: the contractor’s schedule.' }, { ...taken, version: 3 }),
  },
  'look-at': {
    means: 'What the member wrote after the answer needs nothing more.',
    example: done('demo.responder', 'look-at', {}, { ...answered, version: 5 }),
  },
}
