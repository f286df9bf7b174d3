import { inWords, type Day } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import type { Mailbox, Part } from './mailbox.ts'
import type { Sensitivity } from './sensitivity.ts'
import type { Kind, Topic } from './topic.ts'

export const partWords: Readonly<Record<Part, string>> = {
  owner: 'Owner',
  deputy: 'Deputy',
  'proper-officer': 'Proper officer',
  responder: 'Responder',
}

export const kindWords: Readonly<Record<Kind, string>> = {
  enquiry: 'Enquiry',
  'service-request': 'Service request',
  'information-request': 'Information request',
  complaint: 'Complaint',
  restricted: 'Restricted matter',
  'mp-enquiry': 'MP’s enquiry',
}

export const sensitivityWords: Readonly<Record<Sensitivity, string>> = {
  'child-at-risk': 'A child at risk',
  'adult-at-risk': 'An adult at risk',
  employee: 'What an employee did',
  'personal-matters': 'Health, immigration, criminal and similar matters',
}

/** `7 working days`: the own target, or else the one that holds instead. */
export const limitWords = (it: Pick<Mailbox | Topic, 'limitWorkingDays'>, otherwise: number): string =>
  counted(it.limitWorkingDays ?? otherwise, 'working day')

export function periodWords(fromOn: Day, untilOn: Day | null): string {
  return untilOn ? `${inWords(fromOn)} to ${inWords(untilOn)}` : `From ${inWords(fromOn)}`
}
