import { inWords, instantInWords, type Day } from '#kernel/day.ts'
import { counted, numberInWords } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { button } from '#platform/views/components/button.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html, type Html, type Piece } from '#platform/views/html.ts'
import type { DueCount } from './due.sql.ts'
import type { Erasing } from './erasing.sql.ts'
import type { Hold } from './hold.sql.ts'
import { isKind, keptFor, kinds } from './kinds.ts'
import type { Schedule } from './schedule.sql.ts'

export const retentionPath = '/privacy/retention'

export type Standing = {
  readonly asked: Asked
  readonly schedules: readonly Schedule[]
  readonly due: readonly DueCount[]
  readonly holds: readonly Hold[]
  readonly erasings: readonly Erasing[]
  readonly names: ReadonlyMap<string, string>
}

/** How long things are kept, what is due to go, what is held back, and what was erased. */
export const retentionPage = (it: Standing): Page => ({
  title: 'How long things are kept',
  current: '/privacy/desk',
  back: { href: '/privacy/desk', text: 'Data protection' },
  wide: true,
  body: html`<p class="govuk-body-l">
      When its time is over, what people wrote is erased: messages, notes, files, mail, what search finds. Dates, codes
      and figures stay, and a note that says when it was erased and why.
    </p>
    ${dueToday(it)} ${held(it)} ${erased(it)} ${schedules(it)}`,
})

const keeps = ({ viewer }: Asked): boolean => mayDo(viewer, 'privacy.keep')

function dueToday({ asked, due }: Standing): Html {
  const [count, back] = [sum(due.map(it => it.count)), sum(due.map(it => it.held))]
  return html`<h2 class="govuk-heading-m">What would go today</h2>
    ${insetText({
      text: `${counted(count, 'enquiry is', 'enquiries are')} due to be erased${back > 0 ? `, and ${numberInWords(back)} more ${back === 1 ? 'is' : 'are'} held back` : ''}.`,
    })}
    <div class="govuk-button-group">
      <a class="govuk-link" href="${retentionPath}/preview">Look at what is due on a day</a>
      ${keeps(asked) &&
      html`<a class="govuk-link" href="${retentionPath}/request">Erase enquiries before their time</a>`}
    </div>`
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

const held = ({ asked, holds, names }: Standing): Html => html`<h2 class="govuk-heading-m">Legal holds</h2>
  ${holds.length === 0
    ? html`<p class="govuk-body">Nothing is held back.</p>`
    : workList({
        caption: 'Legal holds, the next to be reviewed first',
        columns: [
          { text: 'About' },
          { text: 'Reason' },
          { text: 'Placed' },
          { text: 'Review by' },
          ...(keeps(asked) ? [{ text: 'Lift' }] : []),
        ],
        rows: holds.map(it => ({ cells: holdCells(it, asked, names) })),
      })}
  ${keeps(asked) && html`<p class="govuk-body"><a class="govuk-link" href="${retentionPath}/hold">Place a hold</a></p>`}`

const holdCells = (it: Hold, asked: Asked, names: ReadonlyMap<string, string>) => [
  { text: it.called },
  { text: it.reason },
  { text: `${instantInWords(it.placedAt)}, ${names.get(it.placedBy) ?? 'somebody'}` },
  { text: `${inWords(it.reviewOn)}${it.reviewOn < asked.now.today ? ' (overdue)' : ''}` },
  ...(keeps(asked)
    ? [
        {
          html: html`<a class="govuk-link" href="${retentionPath}/holds/${it.id}"
            >Lift<span class="govuk-visually-hidden"> the hold on ${it.called}</span></a
          >`,
        },
      ]
    : []),
]

const erased = ({ asked, erasings, names }: Standing): Html => html`<h2 class="govuk-heading-m">Lists to erase</h2>
  ${erasings.length === 0
    ? emptyState({ heading: { text: 'No lists yet' }, text: 'Nothing was ever prepared to be erased.' })
    : workList({
        caption: 'Lists to erase, newest first',
        columns: [{ text: 'Prepared' }, { text: 'Why' }, { text: 'By' }, { text: 'Confirmed by' }, { text: 'State' }],
        rows: erasings.map(it => ({
          cells: [
            {
              html: html`<a class="govuk-link" href="${retentionPath}/lists/${it.id}"
                >${instantInWords(it.preparedAt)}</a
              >`,
            },
            { text: it.why === 'schedule' ? `Due on ${inWords(it.dueOn)}` : it.reason },
            { text: names.get(it.preparedBy) ?? '' },
            { text: it.confirmedBy ? (names.get(it.confirmedBy) ?? '') : '' },
            { text: stateOf(it) },
          ],
        })),
      })}
  ${keeps(asked) &&
  html`<p class="govuk-body">
    <a class="govuk-link" href="${retentionPath}/tombstones">Download the list of what was erased</a>: keep it where a
    restored backup does not reach it.
  </p>`}`

export function stateOf(it: Erasing): string {
  if (it.withdrawnAt) return 'Withdrawn'
  if (it.finishedAt) return `Done on ${instantInWords(it.finishedAt)}`
  return it.confirmedAt ? 'Being erased' : 'Waits for a second person'
}

const schedules = ({ asked, schedules: all }: Standing): Html => html`<h2 class="govuk-heading-m">Schedules</h2>
  ${workList({
    caption: 'How long each kind is kept',
    columns: [
      { text: 'Kind' },
      { text: 'Kept for' },
      { text: 'Counted from' },
      { text: 'Reason' },
      ...(keeps(asked) ? [{ text: 'Change' }] : []),
    ],
    rows: inOrder(all).map(it => ({ cells: scheduleCells(it, asked) })),
  })}`

const inOrder = (all: readonly Schedule[]): Schedule[] =>
  Object.keys(kinds).flatMap(kind => all.filter(it => it.kind === kind))

const scheduleCells = (it: Schedule, asked: Asked): { text?: string; html?: Html }[] => [
  { text: kinds[it.kind].text },
  { text: keptFor(it.keepMonths) },
  { text: kinds[it.kind].from },
  { text: it.reason },
  ...(keeps(asked) ? [{ html: changeLink(it) }] : []),
]

const changeLink = ({ kind }: Schedule): Html =>
  kinds[kind].erases === 'nothing'
    ? html`<span class="govuk-hint">Always kept</span>`
    : html`<a class="govuk-link" href="${retentionPath}/schedules/${kind}"
        >Change<span class="govuk-visually-hidden"> how long ${kinds[kind].text} are kept</span></a
      >`

type Listed = {
  readonly reference: string
  readonly kind: string
  readonly closedOn: Day | null
  readonly how: string
}

/** Enquiries by their references: what they say is not shown, and restricted ones stay closed. */
export const listed = (caption: string, rows: readonly Listed[], how: string): Piece =>
  rows.length === 0
    ? emptyState({ heading: { text: 'No enquiries' }, text: 'Nothing is on this list.' })
    : workList({
        caption,
        columns: [{ text: 'Reference' }, { text: 'Kind' }, { text: 'Closed' }, { text: how }],
        rows: rows.map(it => ({
          cells: [
            { html: html`<a class="govuk-link" href="/enquiries/${it.reference}">${it.reference}</a>` },
            { text: isKind(it.kind) ? kinds[it.kind].text : it.kind },
            { text: it.closedOn ? inWords(it.closedOn) : '' },
            { text: it.how },
          ],
        })),
      })

/** A form of one button. */
export const oneButton = (asked: Asked, action: string, text: string, classes?: string): Html =>
  html`<form method="post" action="${action}">
    ${csrfField(asked.csrf)} ${button({ text, preventDoubleClick: true, ...(classes && { classes }) })}
  </form>`
