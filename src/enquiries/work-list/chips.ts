import { inWords } from '#kernel/day.ts'
import { html, type Html } from '#platform/views/html.ts'
import { channelWords, kindWords, statusWords } from '../enquiry.ts'
import { addressOf } from './address.ts'
import { isNarrowed, sorts, type Narrowing } from './narrowing.ts'
import { called, type Registers } from './registers.ts'

/** One thing that narrows the list, and the list without it. */
export type Chip = { readonly text: string; readonly without: Narrowing }

type Many = 'status' | 'kind' | 'channel' | 'mailbox' | 'topic' | 'ward'
type One = Exclude<keyof Narrowing, Many | 'view' | 'sort' | 'after'>

/** Everything that narrows this list, each with the way to take it off. */
export function chipsOf(it: Narrowing, registers: Registers): Chip[] {
  const many = (name: Many, text: (value: never) => string): Chip[] =>
    it[name].map(value => ({
      text: text(value as never),
      without: { ...it, [name]: it[name].filter(other => other !== value) },
    }))
  const one = (name: One, text: string | false | undefined): Chip[] =>
    text ? [{ text, without: without(it, name) }] : []
  return [
    ...one('q', it.q && `“${it.q}”`),
    ...many('status', (value: Narrowing['status'][number]) => statusWords[value]),
    ...many('kind', (value: Narrowing['kind'][number]) => kindWords[value]),
    ...many('channel', (value: Narrowing['channel'][number]) => `Came by: ${channelWords[value]}`),
    ...many('mailbox', value => called(registers.mailboxes, value)),
    ...many('topic', value => called(registers.topics, value)),
    ...many('ward', value => `Ward: ${called(registers.wards, value)}`),
    ...one('member', it.member && `From ${called(registers.members, it.member)}`),
    ...one('holder', it.holder && holderWords(it.holder, registers)),
    ...one('overdue', it.overdue && 'Overdue'),
    ...one('atRisk', it.atRisk && 'At risk'),
    ...one('riskFrom', it.riskFrom !== undefined && `Likely to be late: ${it.riskFrom}% or more`),
    ...one('dueFrom', it.dueFrom && `Due from ${inWords(it.dueFrom)}`),
    ...one('dueUntil', it.dueUntil && `Due until ${inWords(it.dueUntil)}`),
    ...one('receivedFrom', it.receivedFrom && `Received from ${inWords(it.receivedFrom)}`),
    ...one('receivedUntil', it.receivedUntil && `Received until ${inWords(it.receivedUntil)}`),
  ]
}

function holderWords(holder: string, { holders }: Registers): string {
  if (holder === 'me') return 'With me'
  return holder === 'nobody' ? 'With nobody yet' : `With ${called(holders, holder)}`
}

/** What is off is false, nothing, or an empty text. */
function without(it: Narrowing, name: One): Narrowing {
  const { [name]: _off, ...rest } = it
  return { overdue: false, atRisk: false, q: '', ...rest } as Narrowing
}

/** The chips as links: pressing one takes it off. */
export function chips(it: Narrowing, registers: Registers): Html | false {
  const all = chipsOf(it, registers)
  if (!isNarrowed(it) || all.length === 0) return false
  return html`<ul class="moj-filter-tags os-chips" aria-label="What narrows this list">
    ${all.map(
      ({ text, without }) =>
        html`<li>
          <a class="moj-filter__tag" href="${addressOf(without)}"
            ><span class="govuk-visually-hidden">Take off:</span> <bdi>${text}</bdi></a
          >
        </li>`,
    )}
    <li><a class="govuk-link" href="/enquiries?view=${it.view}">Take all off</a></li>
  </ul>`
}

/** The list in words, for a heading: `Unassigned, New, Streets and pavements`. */
export const inShort = (viewText: string, it: Narrowing, registers: Registers): string =>
  [viewText, ...chipsOf(it, registers).map(chip => chip.text)].join(', ')

export const sortWords = (order: string): string =>
  (({ lane: 'longest waiting first', ...lower }) as Record<string, string>)[order] ?? ''

const lower = {
  due: 'most urgent first',
  'due-last': 'least urgent first',
  newest: 'newest first',
  oldest: 'oldest first',
  changed: 'last changed first',
  risk: 'most likely late first',
} satisfies Record<keyof typeof sorts, string>
