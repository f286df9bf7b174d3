import { type ActExamples, otherReference, done } from './ground.ts'

/** Examples of what belongs together. */
export const together: ActExamples = {
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
}
