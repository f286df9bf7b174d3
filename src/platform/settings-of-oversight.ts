import { z } from 'zod'

/** The settings by which the council watches over its answers: escalation, quality, reports and reviews. */
export const oversightSettings = {
  'audit.checkpoint-address': {
    shape: z.union([z.email(), z.literal('')]),
    otherwise: '',
    means: 'Where each day’s signed checkpoint of the audit trail is mailed, to be kept out of reach; empty: nowhere',
  },
  'enquiries.hidden-data': {
    shape: z.enum(['ask', 'forbid']),
    otherwise: 'ask',
    means:
      'Whether a file that hides something, such as a hidden sheet or tracked changes, may be sent when the sender says why (ask) or not at all (forbid)',
  },
  'review.due-soon-working-days': {
    shape: z.number().int().min(1).max(60),
    otherwise: 5,
    means: 'Working days before its date from which an action of a review is due soon and its owner is reminded',
  },
  'reports.year-begins-month': {
    shape: z.number().int().min(1).max(12),
    otherwise: 4,
    means: 'The month in which the council’s year begins, for the yearly report: 4 is April',
  },
  'enquiries.capacity-amber-percent': {
    shape: z.number().int().min(50).max(500),
    otherwise: 100,
    means:
      'Work due in the next days, as a percentage of what is settled in as many, over which a mailbox is called tight',
  },
  'enquiries.capacity-red-percent': {
    shape: z.number().int().min(50).max(1000),
    otherwise: 130,
    means: 'The percentage over which a mailbox is said to have more than can be done',
  },
  'enquiries.capacity-least-cases': {
    shape: z.number().int().min(1).max(1000),
    otherwise: 10,
    means: 'How many enquiries a mailbox must have settled in eight weeks before its capacity is worked out',
  },
  'reports.fewest': {
    shape: z.number().int().min(1).max(100),
    otherwise: 5,
    means: 'Below this many enquiries a share, a middle or a mean is not shown: too few to say',
  },
  'reports.green-percent': {
    shape: z.number().int().min(1).max(100),
    otherwise: 95,
    means: 'From this share in target on a figure is green',
  },
  'reports.amber-percent': {
    shape: z.number().int().min(0).max(100),
    otherwise: 85,
    means: 'From this share in target on a figure is amber, below it red',
  },
  'enquiries.promise-reminder-working-days': {
    shape: z.number().int().min(1).max(20),
    otherwise: 2,
    means: 'Working days before its day in which whoever owes a promise is reminded of it',
  },
  'enquiries.promise-told-within-working-days': {
    shape: z.number().int().min(1).max(250),
    otherwise: 20,
    means:
      'A promise found broken within so many working days of its day is told to its member; one found later, as when One Stop begins to follow promises, is marked as broken and nobody is written to',
  },
  'escalation.letters-a-day': {
    shape: z.number().int().min(1).max(1000),
    otherwise: 20,
    means:
      'How many letters a day late work may send to one person; beyond that one letter stands for all the others, which are on their list',
  },
  'quality.sample-percent': {
    shape: z.number().int().min(1).max(100),
    otherwise: 5,
    means: 'So many in a hundred of a mailbox’s answers of a month are drawn to be scored',
  },
  'quality.sample-least': {
    shape: z.number().int().min(1).max(200),
    otherwise: 10,
    means: 'At least so many answers of a mailbox are drawn each month, where there are as many',
  },
  'quality.remind-working-days': {
    shape: z.number().int().min(1).max(20),
    otherwise: 5,
    means: 'Working days after which whoever has a sample to score is reminded, and as many later once more',
  },
  'quality.rate-days': {
    shape: z.number().int().min(1).max(365),
    otherwise: 60,
    means: 'Days after an answer in which its member may rate it',
  },
  'quality.change-rating-days': {
    shape: z.number().int().min(0).max(60),
    otherwise: 7,
    means: 'Days in which a member may change the rating they gave',
  },
} as const
