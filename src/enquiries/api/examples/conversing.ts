import { type ActExamples, ids, taken, withPartner, handOver, done } from './ground.ts'

/** Examples of asking, telling and waiting for others. */
export const conversing: ActExamples = {
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
  chase: {
    means: 'The member asks after a date that was missed.',
    example: done('demo.member', 'chase', { text: 'It was due on Monday.' }, { ...taken, version: 3, chases: 1 }),
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
}
