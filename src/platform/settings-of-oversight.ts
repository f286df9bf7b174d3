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
} as const
