import type { Measure } from './measure.ts'

/**
 * Every measure of domain.md, section 10, each defined once. The cohort is always by date received; enquiries recorded in
 * error are left out of all of them.
 */
export const measures = [
  {
    key: 'volume',
    label: 'Received',
    definition: 'Enquiries received in the period, by any channel. Those recorded in error are not counted.',
    unit: 'enquiries',
    better: 'none',
    how: { counts: 'received', of: 'received', as: 'number' },
  },
  {
    key: 'inTarget',
    label: 'In target',
    definition:
      'Those whose first answer was given by the date first due, out of all that were answered or passed that date without an answer. Days spent waiting for a reply from the member move that date; extensions do not. Closing without an answer after the date counts as late. Those joined to another enquiry count there.',
    unit: 'percent',
    better: 'more',
    judged: true,
    how: { counts: 'onTime', of: 'judged', as: 'share' },
  },
  {
    key: 'inAgreed',
    label: 'By agreed date',
    definition: 'The same, judged by the later date that was agreed with the member where there was an extension.',
    unit: 'percent',
    better: 'more',
    judged: true,
    how: { counts: 'onTimeAgreed', of: 'judgedAgreed', as: 'share' },
  },
  {
    key: 'inTargetGross',
    label: 'In target, gross',
    definition: 'The same as in target, but waiting for a reply from the member moves nothing.',
    unit: 'percent',
    better: 'more',
    judged: true,
    how: { counts: 'onTimeGross', of: 'judgedGross', as: 'share' },
  },
  {
    key: 'open',
    label: 'Open',
    definition: 'Those that still wait for an answer today.',
    unit: 'enquiries',
    better: 'none',
    how: { counts: 'open', of: 'received', as: 'number' },
  },
  {
    key: 'openOverdue',
    label: 'Open, overdue',
    definition:
      'Those that still wait for an answer and whose due date has passed. What waits for the member has none.',
    unit: 'enquiries',
    better: 'less',
    how: { counts: 'overdue', of: 'open', as: 'number' },
  },
  {
    key: 'oldest',
    label: 'Oldest open',
    definition: 'Working days since the longest open one was received.',
    unit: 'working days',
    better: 'less',
    how: { as: 'oldest', of: 'open' },
  },
  {
    key: 'median',
    label: 'Usual wait',
    definition:
      'Working days from receipt to the first answer, in the middle: half took less, half took more. Days spent waiting for a reply from the member are not taken off.',
    unit: 'working days',
    better: 'less',
    how: { as: 'percentile', percent: 50, days: 'gross', of: 'answered' },
  },
  {
    key: 'medianNet',
    label: 'Usual wait, net',
    definition: 'The same, with the days spent waiting for a reply from the member taken off.',
    unit: 'working days',
    better: 'less',
    how: { as: 'percentile', percent: 50, days: 'net', of: 'answered' },
  },
  {
    key: 'p90',
    label: '9 in 10 within',
    definition:
      'Working days from receipt to the first answer within which nine of ten were answered (the 90th percentile). Days spent waiting for a reply from the member are not taken off.',
    unit: 'working days',
    better: 'less',
    how: { as: 'percentile', percent: 90, days: 'gross', of: 'answered' },
  },
  {
    key: 'p90Net',
    label: '9 in 10 within, net',
    definition: 'The same, with the days spent waiting for a reply from the member taken off.',
    unit: 'working days',
    better: 'less',
    how: { as: 'percentile', percent: 90, days: 'net', of: 'answered' },
  },
  {
    key: 'extended',
    label: 'Extended',
    definition: 'Those for which a later date was agreed at least once, out of all received.',
    unit: 'percent',
    better: 'less',
    how: { counts: 'extended', of: 'received', as: 'share' },
  },
  {
    key: 'paused',
    label: 'Paused',
    definition: 'Those whose clock stood still at least once for a question to the member, out of all received.',
    unit: 'percent',
    better: 'none',
    how: { counts: 'paused', of: 'received', as: 'share' },
  },
  {
    key: 'chased',
    label: 'Chased',
    definition: 'Those the member had to chase at least once, out of all received.',
    unit: 'percent',
    better: 'less',
    how: { counts: 'chased', of: 'received', as: 'share' },
  },
  {
    key: 'rounds',
    label: 'Asked again',
    definition: 'Those that went into a second round because the answer did not settle it, out of all answered.',
    unit: 'percent',
    better: 'less',
    how: { counts: 'again', of: 'answered', as: 'share' },
  },
  {
    key: 'climbed',
    label: 'Climbed',
    definition: 'Those that climbed at least one rung of the escalation ladder, out of all received.',
    unit: 'percent',
    better: 'less',
    how: { counts: 'climbed', of: 'received', as: 'share' },
  },
  {
    key: 'quality',
    label: 'Quality',
    definition: 'The mean score, 1 to 4, of those whose answer was in the monthly sample; the last score of each.',
    unit: 'score',
    better: 'more',
    how: { as: 'mean', of: 'scored' },
  },
  {
    key: 'rating',
    label: 'Answers everything',
    definition: 'Those of which the member said that the answer answers everything, out of all that members rated.',
    unit: 'percent',
    better: 'more',
    how: { counts: 'ratedWell', of: 'rated', as: 'share' },
  },
  {
    key: 'brokenPromises',
    label: 'Broken promises',
    definition:
      'Those with a promise that was not kept by the date first given, out of all with a promise that was kept or fell due.',
    unit: 'percent',
    better: 'less',
    how: { counts: 'broken', of: 'promised', as: 'share' },
  },
  {
    key: 'recorded',
    label: 'Through One Stop',
    definition:
      'Those that came to One Stop first, out of all received. The rest went straight to an officer and were recorded by them; what nobody recorded cannot be counted.',
    unit: 'percent',
    better: 'more',
    how: { counts: 'recorded', of: 'received', as: 'share' },
  },
  {
    key: 'registeredLate',
    label: 'Recorded late',
    definition: 'Those put on record later than the working day after they arrived, out of all received.',
    unit: 'percent',
    better: 'less',
    how: { counts: 'registeredLate', of: 'received', as: 'share' },
  },
  {
    key: 'deflected',
    label: 'Deflected',
    definition:
      'Those that needed no answer of their own: joined to one about the same matter, taken over wholly by a partner, or sent to the procedure that fits. Questions that were settled before anybody sent them are not recorded, and so not counted.',
    unit: 'percent',
    better: 'none',
    how: { counts: 'deflected', of: 'received', as: 'share' },
  },
] as const satisfies readonly Measure[]

export type MeasureKey = (typeof measures)[number]['key']

export const measureNamed = (key: string): Measure | undefined => measures.find(it => it.key === key)
