import { listInWords } from '#kernel/text.ts'

/** Words that a mailbox uses again and again, kept by whoever runs it. */
export type CannedReply = {
  readonly id: string
  readonly mailboxId: string
  readonly name: string
  readonly words: string
  readonly version: number
  /** when it was last offered; null while it is */
  readonly retiredAt: Date | null
  readonly changedAt: Date
  /** null: the house, at set-up */
  readonly changedBy: string | null
}

/** What may stand in curly brackets, and what it stands for. */
export const cannedFields = {
  member: 'the member’s name',
  reference: 'the number of the enquiry',
  subject: 'what it is about',
  received: 'the day it was received',
  'due date': 'the day by which an answer is due',
  today: 'the day on which you write',
  holder: 'whoever answers',
  mailbox: 'the name of the mailbox',
  'mailbox phone': 'the telephone number of the mailbox',
} as const satisfies Record<string, string>

export type CannedField = keyof typeof cannedFields

/** What stands for each field in one enquiry; nothing where there is nothing, such as a mailbox without a telephone. */
export type CannedValues = Readonly<Record<CannedField, string | undefined>>

const inBrackets = /\{([^{}\n]{1,60})\}/g

/** The words with their fields filled in. What has no value stays as it is, to be seen and filled in by hand. */
export const filledIn = (words: string, values: CannedValues): string =>
  words.replace(inBrackets, (field, name: string) => values[tidy(name) as CannedField] ?? field)

/** Fields that still stand in a text, as they were written: `{mailbox phone}`. */
export const fieldsLeftIn = (text: string): string[] => [
  ...new Set([...text.matchAll(inBrackets)].filter(([, name]) => isField(tidy(name!))).map(([field]) => field)),
]

/** Why words cannot be a canned reply: a field that nobody could fill in. Undefined when every field is known. */
export function unknownFields(words: string): string | undefined {
  const unknown = [...words.matchAll(inBrackets)].filter(([, name]) => !isField(tidy(name!))).map(([field]) => field)
  if (unknown.length === 0) return undefined
  const known = listInWords(
    Object.keys(cannedFields).map(field => `{${field}}`),
    'or',
  )
  return `${listInWords([...new Set(unknown)])} ${unknown.length === 1 ? 'is no field' : 'are no fields'}. Use ${known}`
}

const isField = (name: string): boolean => Object.hasOwn(cannedFields, name)

/** Capitals and doubled spaces are nobody's concern. */
const tidy = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()
