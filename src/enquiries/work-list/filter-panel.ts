import type { Refusal } from '#kernel/result.ts'
import { button } from '#platform/views/components/button.ts'
import { checkboxes } from '#platform/views/components/checkboxes.ts'
import { datePicker } from '#platform/views/components/date-picker.ts'
import { errorFor } from '#platform/views/components/form.ts'
import { select } from '#platform/views/components/select.ts'
import { html, type Html } from '#platform/views/html.ts'
import { channels, channelWords, kinds, kindWords, statuses, statusWords } from '../enquiry.ts'
import { addressOf } from './address.ts'
import { sorts, type Narrowing } from './narrowing.ts'
import type { Choice, Registers } from './registers.ts'

/** What a date field holds before anybody typed, and what they typed when it was no date. */
type Typed = (name: string) => string | undefined

type Panel = {
  readonly narrowing: Narrowing
  readonly registers: Registers
  readonly typed?: Typed
  readonly refusal?: Refusal | undefined
}

/** Everything by which the list can be narrowed. A GET form: what it leads to is an address to keep and pass on. */
export const filterPanel = (panel: Panel): Html =>
  html`<form class="os-filters" id="filters" method="get" action="/enquiries/narrow" aria-labelledby="filters-heading">
    <h2 class="govuk-heading-m" id="filters-heading">Filters</h2>
    <input type="hidden" name="view" value="${panel.narrowing.view}" />
    ${panel.narrowing.q && html`<input type="hidden" name="q" value="${panel.narrowing.q}" />`}
    <div class="os-filters__fields">${fieldsOf(panel)}</div>
    <div class="govuk-button-group">
      ${button({ text: 'Show these' })} <a class="govuk-link" href="${addressOf(panel.narrowing)}">Close filters</a>
    </div>
  </form>`

const fieldsOf = ({ narrowing: it, registers, typed, refusal }: Panel): Html[] => [
  checkboxes({
    name: 'status',
    values: it.status,
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Status', classes: 'govuk-fieldset__legend--s' } },
    items: statuses.map(value => ({ value, text: statusWords[value] })),
  }),
  html`<div>
    ${one('mailbox', 'Mailbox', 'Every mailbox', registers.mailboxes, it.mailbox)}
    ${one(
      'holder',
      'Who has it',
      'Anybody or nobody',
      [me, nobody, ...registers.holders],
      it.holder ? [it.holder] : [],
    )}
    ${one('member', 'Member', 'Every member', registers.members, it.member ? [it.member] : [])}
    ${one('ward', 'Ward', 'Every ward', registers.wards, it.ward)}
  </div>`,
  html`<div>
    ${one('topic', 'Topic', 'Every topic', registers.topics, it.topic)}
    ${one('kind', 'Kind', 'Every kind', choicesOf(kinds, kindWords), it.kind)}
    ${one('channel', 'How it came', 'Every way', choicesOf(channels, channelWords), it.channel)}
    ${one('sort', 'Sorted by', 'As the view has it', sortChoices, it.sort ? [it.sort] : [])}
  </div>`,
  html`<div>${(Object.keys(dateFields) as DateField[]).map(name => dateBox(name, it, typed, refusal))}</div>`,
  checkboxes({
    name: 'risk',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'How urgent', classes: 'govuk-fieldset__legend--s' } },
    items: [
      { name: 'overdue', value: 'yes', text: 'Overdue', checked: it.overdue },
      { name: 'at-risk', value: 'yes', text: 'Due in two working days', checked: it.atRisk },
    ],
  }),
]

const choicesOf = <T extends string>(words: readonly T[], texts: Record<T, string>): Choice[] =>
  words.map(value => ({ value, text: texts[value] }))

const sortChoices: Choice[] = Object.entries(sorts).map(([value, text]) => ({ value, text }))

const me = { value: 'me', text: 'Me' }
const nobody = { value: 'nobody', text: 'Nobody yet' }

/** One out of many. An address may name several: then they stay chosen together until another is. */
function one(name: string, label: string, every: string, choices: readonly Choice[], chosen: readonly string[]): Html {
  const value = chosen.join(',')
  const several = chosen.length > 1 && { value, text: `${chosen.length} chosen` }
  return select({ name, label: { text: label }, value, items: [{ value: '', text: every }, several, ...choices] })
}

/** The days by which a list is narrowed, and where each stands in the narrowing. */
export const dateFields = {
  'due-from': ['Due from', 'dueFrom'],
  'due-until': ['Due until', 'dueUntil'],
  'received-from': ['Received from', 'receivedFrom'],
  'received-until': ['Received until', 'receivedUntil'],
} as const

type DateField = keyof typeof dateFields

function dateBox(name: DateField, it: Narrowing, typed: Typed | undefined, refusal: Refusal | undefined): Html {
  const [text, key] = dateFields[name]
  const on = it[key]
  return datePicker({
    name,
    label: { text },
    value: typed?.(name) ?? (on ? on.split('-').toReversed().map(Number).join('/') : ''),
    errorMessage: errorFor(refusal, name),
    classes: 'govuk-input--width-10',
  })
}
