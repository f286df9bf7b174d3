import type { NewAttachment } from '../attachment.sql.ts'
import { dayOf, inWords } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'

/** Set by the house alone; what a browser sends under these names is not kept. */
const ours = ['files', 'key', 'once', 'do', 'canned']
const mostFields = 300
const mostCharacters = 400_000

/** The files kept with a draft. */
export const filesIn = (draft: { readonly fields: Record<string, string> } | undefined): NewAttachment[] =>
  draft?.fields.files ? (JSON.parse(draft.fields.files) as NewAttachment[]) : []

/** Fields to be kept, with the files that belong to them. */
export const withFiles = (fields: Record<string, string>, files: readonly NewAttachment[]): Record<string, string> =>
  files.length > 0 ? { ...fields, files: JSON.stringify(files) } : fields

/** What a draft may be about: the form for a new enquiry, or one act on one enquiry (`ME-2026-000123-answer`). */
export function aboutOf(text: string): { readonly about: string; readonly reference: string | undefined } | undefined {
  if (text === 'new' || text === 'record') return { about: text, reference: undefined }
  const found = /^(ME-\d{4}-\d{6,})[-.:][a-z][a-z-]{1,30}$/.exec(text)
  return found ? { about: text, reference: found[1] } : undefined
}

/** The fields of a form that are kept while it is written; undefined when it is more than anybody writes. */
export function keptFields(typed: Readonly<Record<string, string>>): Record<string, string> | undefined {
  const kept = Object.entries(typed).filter(([name]) => !name.startsWith('_') && !ours.includes(name))
  const size = kept.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  return kept.length <= mostFields && size <= mostCharacters ? Object.fromEntries(kept) : undefined
}

/** `Saved just now`, `Saved 2 minutes ago`, `Saved on 1 June 2026`. */
export function savedInWords(savedAt: Date, at: Date): string {
  const minutes = Math.floor((at.getTime() - savedAt.getTime()) / 60_000)
  if (minutes < 1) return 'Saved just now'
  if (minutes < 60) return `Saved ${counted(minutes, 'minute')} ago`
  if (minutes < 24 * 60) return `Saved ${counted(Math.floor(minutes / 60), 'hour')} ago`
  return `Saved on ${inWords(dayOf(savedAt))}`
}
