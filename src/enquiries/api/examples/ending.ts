import { type ActExamples, ids, taken, answered, closed, done } from './ground.ts'

/** Examples of answering, and what comes of an answer. */
export const ending: ActExamples = {
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
}
