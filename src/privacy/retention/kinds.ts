/** Everything that is kept for a time of its own. `from`: what the time counts from. */
export const kinds = {
  enquiry: { text: 'Enquiries', from: 'closing', erases: 'enquiries' },
  'service-request': { text: 'Service requests', from: 'closing', erases: 'enquiries' },
  'mp-enquiry': { text: 'Enquiries by Members of Parliament', from: 'closing', erases: 'enquiries' },
  complaint: { text: 'Complaints', from: 'closing', erases: 'enquiries' },
  'information-request': { text: 'Information requests', from: 'closing', erases: 'enquiries' },
  restricted: { text: 'Restricted enquiries', from: 'closing', erases: 'enquiries' },
  'mail-raw': { text: 'Exact copies of incoming mail', from: 'arrival', erases: 'by-age' },
  'mail-sent': { text: 'Copies of emails that were sent', from: 'sending', erases: 'by-age' },
  quarantine: { text: 'Discarded mail', from: 'the decision', erases: 'by-age' },
  drafts: { text: 'Drafts', from: 'the last change', erases: 'by-age' },
  sessions: { text: 'Sessions', from: 'their end', erases: 'by-age' },
  audit: { text: 'The audit trail', from: 'the entry', erases: 'nothing' },
  'erasure-record': { text: 'The record of what was erased', from: 'the erasing', erases: 'nothing' },
} as const satisfies Record<string, { text: string; from: string; erases: 'enquiries' | 'by-age' | 'nothing' }>

export type RetentionKind = keyof typeof kinds

export const isKind = (word: string): word is RetentionKind => Object.hasOwn(kinds, word)

/** `6 years`, `18 months`; null: until somebody decides otherwise. */
export function keptFor(months: number | null): string {
  if (months === null) return 'Until somebody decides otherwise'
  const [count, unit] = months % 12 === 0 ? [months / 12, 'year'] : [months, 'month']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
