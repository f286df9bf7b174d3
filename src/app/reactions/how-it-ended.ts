import type { Outcome } from '#enquiries/door.ts'

type Ended = { readonly says: string; readonly words: string }

/** How an enquiry ended, as its member is told: the heading of the letter and its first sentences. */
export const howItEnded: Readonly<Record<Outcome, Ended>> = {
  'resolved-by-member': {
    says: 'Your enquiry is closed',
    words: 'You told us that our answer settles it. Thank you.',
  },
  'not-stated': {
    says: 'Your enquiry is closed',
    words:
      'We sent you an answer and heard nothing more, so we have closed your enquiry. If the answer did not help, say so.',
  },
  'member-silent': {
    says: 'We have closed your enquiry without your reply',
    words:
      'We asked you a question, reminded you of it and heard nothing, so we cannot go on. You can open it again with one press and reply then.',
  },
  unsatisfied: {
    says: 'We cannot do more, and where you can go next',
    words: 'We know that this is not what you hoped for. There is a way to take it further.',
  },
  withdrawn: { says: 'Your enquiry is withdrawn', words: 'You told us that you no longer need an answer.' },
  joined: {
    says: 'Your enquiry goes on with another',
    words: 'It is about the same matter as another enquiry of yours.',
  },
  transferred: {
    says: 'Your enquiry has been taken over',
    words: 'It is not for the council to decide. Somebody who can has accepted it.',
  },
  rerouted: {
    says: 'Your enquiry has gone to the procedure that fits',
    words: 'Another procedure fits what you asked, with rules and dates of its own. We have passed it on.',
  },
  'no-response': {
    says: 'We could not reach you',
    words: 'We tried to reach you about your enquiry and could not, so we have closed it for now.',
  },
  'recorded-in-error': {
    says: 'Your enquiry was recorded in error',
    words: 'It should not have been recorded, and we have closed it.',
  },
}
