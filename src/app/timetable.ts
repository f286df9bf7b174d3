import type { JobName } from '#platform/jobs/jobs.ts'

/** Every kind of job of the house. A house test sees that each is worked. */
export const jobNames: readonly JobName[] = [
  'enquiries.happened',
  'enquiries.bulk',
  'enquiries.close-silent',
  'enquiries.remind',
  'enquiries.reopen-untouched',
  'enquiries.remind-contributions',
  'enquiries.follow-promises',
  'enquiries.recalculate',
  'enquiries.follow-partners',
  'enquiries.compare-with-events',
  'enquiries.learn',
  'enquiries.sweep',
  'enquiries.give-out',
  'enquiries.offer-cover',
  'escalation.sweep',
  'reports.roll-up',
  'reports.mend',
  'quality.draw-samples',
  'quality.remind-scorers',
  'reports.freeze',
  'privacy.search',
  'audit.seal',
  'audit.verify',
  'audit.checkpoint',
  'privacy.erase',
  'people.sweep-links',
  'mail.send-digests',
  'privacy.remind',
  'connections.deliver',
]

/** What every act leaves behind. */
export const byTheHundred: readonly JobName[] = ['enquiries.happened']

/** When what runs, in London time. Each is harmless to repeat and catches up by itself after a stop. */
export const timetable: readonly { readonly name: JobName; readonly cron: string; readonly why: string }[] = [
  {
    name: 'enquiries.close-silent',
    cron: '30 5 * * 1-5',
    why: 'Answers nobody spoke of and questions nobody answered are closed',
  },
  {
    name: 'enquiries.remind',
    cron: '0 8 * * 1-5',
    why: 'Members are reminded of questions that wait for their reply',
  },
  {
    name: 'enquiries.reopen-untouched',
    // not in the morning: what came last evening would be opened again before anybody could look at it
    cron: '45 17 * * 1-5',
    why: 'At the end of the day, what lay in the review lane for a working day is opened again',
  },
  {
    name: 'escalation.sweep',
    // dates are told in the morning; whole working days are over in the evening
    cron: '30 7,17 * * 1-5',
    why: 'What is about to be late, or is, climbs the escalation ladder: each step is told once',
  },
  {
    name: 'enquiries.give-out',
    cron: '5 8 * * 1-5',
    why: 'What came while everybody of a mailbox was away is given out, where it gives work out by itself',
  },
  {
    name: 'enquiries.offer-cover',
    cron: '0 7 * * *',
    why: 'On the first day of an absence the cover and the mailbox owner are offered the open work',
  },
  {
    name: 'enquiries.remind-contributions',
    cron: '0 8 * * 1-5',
    why: 'Whoever was asked for a part of an answer is reminded before it is due, and when it is late',
  },
  {
    name: 'enquiries.follow-promises',
    cron: '20 8 * * 1-5',
    why: 'Whoever owes a promise is reminded before and on its day; what was not kept is broken and its member told',
  },
  {
    name: 'enquiries.follow-partners',
    cron: '15 8 * * 1-5',
    why: 'Silent partners are reminded, and after a longer silence the enquiry is taken back',
  },
  {
    name: 'enquiries.compare-with-events',
    cron: '15 2 * * *',
    why: 'Rows are compared with the events they came from',
  },
  {
    name: 'enquiries.learn',
    cron: '0 4 * * *',
    why: 'What past enquiries teach is learned anew, and what is not indexed is indexed',
  },
  {
    name: 'enquiries.sweep',
    cron: '30 3 * * *',
    why: 'Old records of what was done to many at once, keys of what was sent and what webhooks were told are removed',
  },
  {
    name: 'reports.roll-up',
    cron: '* * * * *',
    why: 'Months whose figures changed are summed up again',
  },
  {
    name: 'reports.mend',
    cron: '45 2 * * *',
    why: 'What figures rest on is compared with the events, and mended',
  },
  {
    name: 'reports.freeze',
    cron: '0 6 * * 1-5',
    why: 'On the first working day after a month its pack is frozen; quarters and years a month later',
  },
  {
    name: 'quality.draw-samples',
    cron: '0 5 * * 1-5',
    why: 'On the first working day of a month the answers to score are drawn, and months that were missed with them',
  },
  {
    name: 'quality.remind-scorers',
    cron: '10 8 * * 1-5',
    why: 'Whoever runs a mailbox is told of a sample to score, and reminded twice',
  },
  {
    name: 'privacy.remind',
    cron: '*/5 * * * *',
    why: 'Data protection officers hear of incidents that wait to be decided, and letters asking to delete go out',
  },
  { name: 'audit.seal', cron: '* * * * *', why: 'New entries of the trail are chained' },
  { name: 'audit.verify', cron: '30 2 * * *', why: 'The whole chain is worked out again and the result kept' },
  {
    name: 'audit.checkpoint',
    cron: '50 2 * * *',
    why: 'How far the trail reaches is signed, kept, and mailed to where the council wants a copy',
  },
  {
    name: 'mail.send-digests',
    cron: '30 7 * * 1-5',
    why: 'Who wants one email a day, or a week, gets what happened since',
  },
  { name: 'people.sweep-links', cron: '0 3 * * *', why: 'Used and expired sign-in links are removed' },
]
