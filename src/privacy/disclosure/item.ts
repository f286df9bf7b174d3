import type { KnownBy } from '../request/sought.ts'
import type { LeftOutReason } from './disclosure.ts'
import type { Stretch } from './removed.ts'

/** Where something stands that can be given out. */
export const sources = {
  enquiry: 'Enquiries',
  message: 'What was written in enquiries',
  attachment: 'Files in enquiries',
  mail: 'Mail that was held or discarded',
  letter: 'Letters that were sent',
  person: 'The register of people',
  trail: 'The trail',
} as const
export type Source = keyof typeof sources

/** How an attachment goes: its words, with stretches taken out; a picture without what its camera wrote; as it is. */
export const forms = {
  words: 'Its words only',
  picture: 'The picture, without what a camera wrote into it',
  whole: 'The whole file as it is',
} as const
export type ItemForm = keyof typeof forms

export type Item = {
  readonly id: string
  readonly disclosureId: string
  readonly source: Source
  readonly sourceId: string
  readonly enquiryId: string | null
  readonly at: Date
  readonly knownBy: readonly KnownBy[]
  readonly decision: 'in' | 'out' | null
  readonly reason: LeftOutReason | null
  readonly form: ItemForm
  readonly removed: readonly Stretch[]
  readonly textSha256: string | null
  readonly lookedBy: string | null
}
