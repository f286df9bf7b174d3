import { sensitivityQuestions, type Sensitivity } from '#mailboxes/door.ts'
import { refuse, refuseAll, type Refusal, type Result } from '#kernel/result.ts'
import { placeIn, type Place } from '../place/place.ts'
import type { NewAttachment } from '../attachment.sql.ts'

/** A new enquiry while it is being written. Everything is text as typed until it is sent. */
export type NewDraft = {
  readonly fields: Readonly<Record<string, string>>
  readonly files: readonly NewAttachment[]
  /** makes sending it twice one enquiry */
  readonly key: string
  readonly savedAt: Date | undefined
}

export const emptyDraft = (): NewDraft => ({
  fields: {},
  files: [],
  key: crypto.randomUUID(),
  savedAt: undefined,
})

export const draftFrom = (stored: { fields: Record<string, string>; changedAt: Date }): NewDraft => {
  const { files, key, ...fields } = stored.fields
  return {
    fields,
    files: files ? (JSON.parse(files) as NewAttachment[]) : [],
    key: key || crypto.randomUUID(),
    savedAt: stored.changedAt,
  }
}

export const storedDraft = ({ fields, files, key }: NewDraft): Record<string, string> => ({
  ...fields,
  files: JSON.stringify(files),
  key,
})

export const isBegun = (draft: NewDraft): boolean =>
  draft.files.length > 0 || ['subject', 'text', 'constituent', 'place'].some(name => draft.fields[name])

/** The answers a question may get: no, and one yes for each kind of matter it can mean. */
export const answersTo = ({ means }: { readonly means: readonly Sensitivity[] }): readonly string[] => ['no', ...means]

/** What kind of sensitive matter the answers make of it; undefined when all are no. */
export const sensitivityOf = (fields: NewDraft['fields']): Sensitivity | undefined =>
  sensitivityQuestions.flatMap(({ name, means }) => means.filter(kind => kind === fields[name]))[0]

/** Where it is about, as far as it was said. */
export const placeOfDraft = ({ place = '', point = '' }: NewDraft['fields']): Result<Place | undefined> =>
  placeIn(place, point)

/** What must be mended before it can be checked: every question answered, and something to ask. */
export function unfinished(fields: NewDraft['fields'], memberKnown: boolean): Refusal | undefined {
  const missing = (is: boolean, words: string, field: string) => (is ? [refuse('missing', words, field).refusal] : [])
  const place = placeOfDraft(fields)
  return refuseAll([
    ...missing(!memberKnown, 'Select the member it is for', 'member'),
    ...sensitivityQuestions.flatMap(question =>
      missing(
        !answersTo(question).includes(fields[question.name] ?? ''),
        `Select yes or no: ${question.words.charAt(0).toLowerCase()}${question.words.slice(1)}`,
        question.name,
      ),
    ),
    ...missing(!fields.subject, 'Enter what it is about in a few words', 'subject'),
    ...missing((fields.subject?.length ?? 0) > 20_000, 'Enter what it is about in a few words', 'subject'),
    ...(place.ok ? [] : [place.refusal]),
    ...missing(!fields.text, 'Enter what you want to ask', 'text'),
    ...missing((fields.text?.length ?? 0) > 100_000, 'Your enquiry must be 100,000 characters or fewer', 'text'),
  ])?.refusal
}
