import type { Refusal } from '#kernel/result.ts'
import type { Form, FormFields } from '#platform/http/form.ts'
import type { ErrorMessageParams } from '#platform/views/components/error-message.ts'
import type { Html } from '#platform/views/html.ts'
import type { NewAttachment } from '../attachment.sql.ts'
import type { Opened } from './open-enquiry.ts'

/** The page of one act: a form on GET, the act on POST, the form again with what to mend when it is refused. */
export type ActPage = {
  /** the act's name, which is also the last part of the address */
  readonly act: string
  readonly title: string
  /** what the fields hold before anybody typed */
  readonly usual?: (opened: Opened) => FormFields
  /** what a link to the form asks to be put in, below what was written; nothing is lost */
  readonly copied?: (opened: Opened, typed: Form) => Promise<FormFields>
  readonly fields: (drawing: Drawing) => Promise<Html> | Html
  /** stands beside the form: the standard, the question */
  readonly beside?: (opened: Opened) => Promise<Html> | Html
  /** what was typed, as the act's shape takes it */
  readonly given: (typed: Form) => unknown
  readonly submit: string
  /** a button that stops or gives up something is drawn as a warning */
  readonly warning?: boolean
  /** what the rule would refuse besides, for a form that is refused before the rule is asked */
  readonly alsoWrong?: (drawing: Pick<Drawing, 'opened' | 'typed'>) => Promise<readonly Refusal[]>
  /** another button of the form was pressed that only fills fields: what they hold then */
  readonly filled?: (opened: Opened, typed: Form) => Promise<FormFields | undefined>
  /** said once when it is done */
  readonly done: string
  /** the fields that are dates in three boxes: an error links to the first box */
  readonly dates?: readonly string[]
  /** what is typed is saved as a draft of this person on this enquiry */
  readonly keepsDraft?: boolean
  /** the act whose draft it shares, where two end the same writing */
  readonly draftAs?: string
  /** photos and documents may go with it */
  readonly takesFiles?: boolean
  /** canned replies of the mailbox may be put into its `text` */
  readonly takesCanned?: boolean
  /** what helps while somebody writes: drawn beside the form, and anew as they type */
  readonly advice?: (drawing: Pick<Drawing, 'opened' | 'typed'>) => Promise<Html> | Html
  /** what the member will get, shown on request before it is sent */
  readonly preview?: (drawing: Drawing, given: never) => Promise<Html> | Html
}

/** A form being drawn. */
export type Drawing = {
  readonly opened: Opened
  readonly typed: Form
  /** those that go with it so far */
  readonly files: readonly NewAttachment[]
  /** the error of a field, for its `errorMessage` */
  readonly error: (field: string) => ErrorMessageParams | undefined
}

/** Fields of refusals are paths (`promises/0/dueOn`); on the page a path is an id (`promises-0-dueOn`). */
export const withIds = (refusal: Refusal): Refusal => ({
  ...refusal,
  ...(refusal.field !== undefined && { field: idOf(refusal.field) }),
  ...(refusal.also && { also: refusal.also.map(withIds) }),
})

const idOf = (field: string): string => field.replaceAll('/', '-')

/** A date out of its three boxes as the acts take it, `2026-6-1` being good enough; undefined when all are empty. */
export function typedDate(typed: Form, name: string): string | undefined {
  const [year = '', month = '', date = ''] = ['year', 'month', 'day'].map(part => typed.text(`${name}-${part}`))
  return year + month + date === '' ? undefined : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}

export const draftOfPage = (reference: string, { act, draftAs = act }: Pick<ActPage, 'act' | 'draftAs'>): string =>
  draftAbout(reference, draftAs)

export const draftAbout = (reference: string, act: string): string => `${reference}-${act}`
