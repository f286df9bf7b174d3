import { counted } from '#kernel/text.ts'

/** How long answers to the like of it took: nine in ten of so many had theirs within so many working days. */
export type Expected = { readonly workingDays: number; readonly cases: number }

/** `9 in 10 like this are answered within 6 working days`. */
export const expectedInWords = ({ workingDays }: Expected): string =>
  workingDays === 0
    ? '9 in 10 like this are answered on the day they arrive'
    : `9 in 10 like this are answered within ${counted(workingDays, 'working day')}`

/** `from 214 enquiries in the last year`: what the sentence stands on. */
export const expectedFrom = ({ cases }: Expected): string =>
  `from ${counted(cases, 'enquiry', 'enquiries')} in the last year`
