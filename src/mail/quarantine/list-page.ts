import { dayOf, inWords, instantInWords, type Day } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import type { Member } from '#people/door.ts'
import type { Form } from '#platform/http/form.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorSummaryFor } from '#platform/views/components/form.ts'
import type { Page } from '#platform/http/answer.ts'
import { numberInWords } from '#kernel/text.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { pagination } from '#platform/views/components/pagination.ts'
import { subNavigation } from '#platform/views/components/sub-navigation.ts'
import { table } from '#platform/views/components/table.ts'
import { tag } from '#platform/views/components/tag.ts'
import { html, type Html } from '#platform/views/html.ts'
import { choicesForMany, decisionFields } from './decision-form.ts'
import type { IntakeEntry } from './read-intake.sql.ts'
import { quarantinePath, subjectInWords } from './words.ts'

/** The three lists: to be decided, filed without effect, and thrown away. Nothing is anywhere else. */
export const shelves = {
  quarantined: { name: 'To decide', empty: 'No message waits for a decision.' },
  automatic: { name: 'Automatic mail', empty: 'No automatic mail has come.' },
  discarded: { name: 'Discarded', empty: 'No message has been discarded.' },
} as const

export type Shelf = keyof typeof shelves

export type QuarantineList = {
  readonly shelf: Shelf
  /** only what came to this mailbox, by its id */
  readonly mailbox: string | undefined
  /** how many messages wait for a decision */
  readonly waiting: number
  readonly entries: readonly IntakeEntry[]
  /** by the day a message came: the day by which it is to be decided */
  readonly decideBy: ReadonlyMap<Day, Day>
  readonly today: Day
  readonly more: boolean
  readonly members: readonly Member[]
  readonly csrf: string
  readonly form: Form
  readonly refusal?: Refusal | undefined
}

/** Mail that no rule could file, oldest first: each is decided within one working day (domain, section 7). */
export function listPage(list: QuarantineList): Page {
  return {
    title: 'Mail in quarantine',
    wide: true,
    current: quarantinePath(),
    body: html`${list.mailbox &&
    html`<p class="govuk-body">
      Only what came to one mailbox. <a class="govuk-link" href="${quarantinePath()}">Show all</a>
    </p>`}
    ${navigation(list)}
    ${list.entries.length > 0
      ? chooser(list)
      : emptyState({ heading: { text: 'Nothing here' }, text: shelves[list.shelf].empty })}
    ${list.more && pagination({ next: { text: 'Next page', href: nextPage(list) } })}`,
  }
}

const addressOf = (words: Record<string, string | undefined>): string => {
  const query = new URLSearchParams(Object.entries(words).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size === 0 ? quarantinePath() : `${quarantinePath()}?${query}`
}

const nextPage = ({ shelf, mailbox, entries }: QuarantineList): string =>
  addressOf({ state: shelf, mailbox, after: entries.at(-1)?.id })

function navigation({ shelf, mailbox, waiting }: QuarantineList): Html {
  const items = (Object.keys(shelves) as Shelf[]).map(it => ({
    html: html`${shelves[it].name}
    ${it === 'quarantined' && html`<span class="os-count">${numberInWords(waiting)}</span>`}`,
    href: addressOf({ state: it === 'quarantined' ? undefined : it, mailbox }),
    active: it === shelf,
  }))
  return subNavigation({ label: 'Kinds of mail', items })
}

/** The messages of a list that is worked from, with what to do with those that are chosen. */
function chooser(list: QuarantineList): Html {
  const offered = choicesForMany(list.shelf)
  if (offered.length === 0) return entries(list)
  return html`${errorSummaryFor(list.refusal)}
    <form method="post" action="/mail/quarantine/decide" novalidate>
      ${csrfField(list.csrf)} <input type="hidden" name="state" value="${list.shelf}" />
      ${list.mailbox && html`<input type="hidden" name="mailbox" value="${list.mailbox}" />`} ${entries(list)}
      <h2 class="govuk-heading-m">With the chosen messages</h2>
      ${decisionFields({ ...list, offered })} ${button({ text: 'Decide', preventDoubleClick: true })}
    </form>`
}

const choosing = ({ form }: QuarantineList, it: IntakeEntry): Html =>
  html`<div class="govuk-checkboxes govuk-checkboxes--small">
    <div class="govuk-checkboxes__item">
      <input
        class="govuk-checkboxes__input"
        id="chosen-${it.id}"
        name="chosen"
        type="checkbox"
        value="${it.id}"
        ${form.texts('chosen').includes(it.id) && 'checked'}
      />
      <label class="govuk-label govuk-checkboxes__label" for="chosen-${it.id}"
        ><span class="govuk-visually-hidden">Choose ${subjectInWords(it.subject)}</span></label
      >
    </div>
  </div>`

function entries(list: QuarantineList): Html {
  const chooses = choicesForMany(list.shelf).length > 0
  return table({
    caption: shelves[list.shelf].name,
    captionClasses: 'govuk-visually-hidden',
    classes: 'os-stacking-table',
    head: [
      ...(chooses ? [{ text: 'Choose' }] : []),
      { text: 'Message' },
      { text: 'From' },
      { text: 'Received' },
      { text: 'Why it is here' },
    ],
    rows: list.entries.map(it => [
      ...(chooses ? [{ html: choosing(list, it) }] : []),
      {
        html: html`<a class="govuk-link" href="${quarantinePath(it.id)}"><bdi>${subjectInWords(it.subject)}</bdi></a>`,
      },
      { html: senderOf(it) },
      { html: html`${instantInWords(it.receivedAt)}${list.shelf === 'quarantined' && decideBy(list, it)}` },
      { text: it.words ?? '' },
    ]),
  })
}

export const senderOf = (it: Pick<IntakeEntry, 'fromName' | 'fromAddress'>): Html =>
  it.fromName
    ? html`<bdi>${it.fromName}</bdi><br /><span class="os-quiet">${it.fromAddress}</span>`
    : html`${it.fromAddress || 'Nobody named'}`

function decideBy({ decideBy, today }: QuarantineList, it: IntakeEntry): Html | undefined {
  const by = decideBy.get(dayOf(it.receivedAt))
  if (!by) return undefined
  if (by < today) return html`<br />${tag({ text: 'Late', classes: 'govuk-tag--red' })} decide by ${inWords(by)}`
  return html`<br /><span class="os-quiet">Decide by ${inWords(by)}</span>`
}
