import { z } from 'zod'

/** The settings by which the council watches over its answers: escalation, quality, reports and reviews. */
export const oversightSettings = {
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
} as const
