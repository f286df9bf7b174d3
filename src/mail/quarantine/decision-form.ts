import type { Refusal } from '#kernel/result.ts'
import type { Member } from '#people/door.ts'
import type { Form } from '#platform/http/form.ts'
import { errorFor } from '#platform/views/components/form.ts'
import { radios } from '#platform/views/components/radios.ts'
import { select } from '#platform/views/components/select.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { IntakeEntry } from './read-intake.sql.ts'

/** What an officer may choose from, by the state in which a message is. */
export const choices = {
  restrict: 'Send it the restricted way',
  'let-through': 'Let it through as ordinary',
  file: 'File at an enquiry',
  reply: 'Take as a reply',
  'new-enquiry': 'Make a new enquiry',
  discard: 'Discard',
  reprocess: 'Process again',
} as const

export type Choice = keyof typeof choices

const always: readonly Choice[] = ['file', 'reply', 'new-enquiry', 'discard', 'reprocess']

/** What can be done with many at once, by the list they stand in. */
export const choicesForMany = (state: IntakeEntry['state']): readonly Choice[] => {
  if (state === 'quarantined') return always
  return state === 'automatic' ? ['file', 'reply', 'new-enquiry'] : []
}

/** One message may also go the restricted way; what waits because it may be sensitive goes through as it came, too. */
export function choicesFor({ state, reason }: IntakeEntry): readonly Choice[] {
  if (state !== 'quarantined') return choicesForMany(state)
  return reason === 'may-be-sensitive' ? ['restrict', 'let-through', 'reply', 'discard'] : [...always, 'restrict']
}

export type DecisionFields = {
  readonly offered: readonly Choice[]
  readonly members: readonly Member[]
  /** the kinds of sensitive matters, where one can be chosen */
  readonly matters?: readonly { readonly value: string; readonly words: string }[]
  readonly form: Form
  readonly refusal?: Refusal | undefined
  /** the reference that suggests itself */
  readonly reference?: string | null
}

/** The same questions for one message and for many: what to do, what that needs, and why. */
export function decisionFields(it: DecisionFields): Html {
  const { form, refusal, offered } = it
  return html`${radios({
    name: 'act',
    value: form.text('act'),
    fieldset: { legend: { text: 'What to do', classes: 'govuk-fieldset__legend--m' } },
    errorMessage: errorFor(refusal, 'act'),
    items: offered.map(choice => ({
      value: choice,
      text: choices[choice],
      hint: hints[choice] ? { text: hints[choice] } : undefined,
      conditional: { html: needed[choice]?.(it) ?? false },
    })),
  })}
  ${textInput({
    label: { text: 'Why' },
    hint: { text: 'Kept with the message. Needed to discard.' },
    id: 'reason',
    name: 'reason',
    classes: 'govuk-!-width-two-thirds',
    value: form.typed.reason ?? '',
    errorMessage: errorFor(refusal, 'reason'),
  })}`
}

const hints: Partial<Record<Choice, string>> = {
  restrict: 'A new enquiry that only the proper officer sees. The day it came stays its receipt date.',
  'let-through': 'It does what it would have done when it came, and whoever is concerned is notified now.',
  file: 'Kept with the enquiry for officers. It changes nothing.',
  reply: 'It counts as written by somebody who takes part.',
  'new-enquiry': 'The day it came stays its receipt date.',
  discard: 'It is kept, and can be taken back.',
  reprocess: 'As if it had just come: its sender may be known by now.',
}

const needed: Partial<Record<Choice, (it: DecisionFields) => Html>> = {
  restrict: it => matterField(it),
  file: it => referenceField(it, 'reference'),
  reply: it => html`${referenceField(it, 'replyTo')} ${memberField(it, 'person', 'Who wrote it')}`,
  'new-enquiry': it => memberField(it, 'member', 'For which member'),
}

const referenceField = ({ form, refusal, reference }: DecisionFields, name: string): Html =>
  textInput({
    label: { text: 'Reference' },
    hint: { text: 'For example, ME-2026-000123' },
    id: name,
    name,
    classes: 'govuk-input--width-10',
    value: form.typed[name] ?? reference ?? '',
    errorMessage: errorFor(refusal, name),
  })

const matterField = ({ matters = [], form, refusal }: DecisionFields): Html =>
  select({
    label: { text: 'What kind of matter' },
    id: 'sensitive',
    name: 'sensitive',
    items: [{ value: '', text: 'Select a kind' }, ...matters.map(({ value, words }) => ({ value, text: words }))],
    value: form.text('sensitive'),
    errorMessage: errorFor(refusal, 'sensitive'),
  })

const memberField = ({ members, form, refusal }: DecisionFields, name: string, label: string): Html =>
  select({
    label: { text: label },
    id: name,
    name,
    items: [
      { value: '', text: 'Select a member' },
      ...members.map(it => ({ value: it.id, text: `${it.name}, ${it.ward}` })),
    ],
    value: form.text(name),
    errorMessage: errorFor(refusal, name),
  })
