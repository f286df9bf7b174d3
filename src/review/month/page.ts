import { inWords, type Day } from '#kernel/day.ts'
import { counted, listInWords } from '#kernel/text.ts'
import type { Mailbox } from '#mailboxes/door.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { PackHead, Span } from '#reports/door.ts'
import { packPath, packsPath } from '../pack/pages.ts'
import type { Decision } from '../action/decision.sql.ts'
import type { Followed } from '../action/followed.ts'
import { actionList, actionsPath } from '../action/pages.ts'

export type MonthShown = {
  /** the month that is reviewed */
  readonly span: Span
  readonly actions: readonly Followed[]
  readonly decisions: readonly Decision[]
  /** the last week that is over */
  readonly weekOn: Day
  /** mailboxes that have not signed it */
  readonly unsigned: readonly Mailbox[]
  readonly mailboxes: number
  readonly records: boolean
  /** of that month; undefined until it is frozen */
  readonly pack: PackHead | undefined
}

/** The monthly review: what was agreed before on top, then what is decided now. */
export const monthPage = (it: MonthShown): Page => ({
  title: `Review of ${it.span.label}`,
  current: '/review',
  wide: true,
  body: html`${packOf(it)} ${agreedBefore(it)} ${decided(it)} ${signOffs(it)}`,
})

const packOf = ({ pack, span }: MonthShown): Html => html`<p class="govuk-body-l">
  ${pack
    ? html`<a class="govuk-link" href="${packPath(pack.key)}">The pack of ${span.label}</a>, frozen on
        ${inWords(pack.frozenOn)}.`
    : `The pack of ${span.label} is not frozen yet.`}
  <a class="govuk-link" href="${packsPath}">All packs</a>
</p>`

function agreedBefore({ actions, span, records }: MonthShown): Html {
  const open = actions.filter(it => it.standing.endedOn === null).sort(byDate)
  const ended = actions.filter(it => it.standing.endedOn !== null && it.standing.endedOn >= span.from)
  return html`<h2 class="govuk-heading-m">What was agreed</h2>
    ${open.length + ended.length === 0
      ? emptyState({
          heading: { text: 'Nothing is open', level: 3 },
          text: 'What is agreed here is followed until it is done.',
        })
      : html`<p class="govuk-body">${howMany(open, ended)}</p>
          ${actionList('Actions, the nearest date first', [...open, ...ended])}`}
    <div class="govuk-button-group">
      ${records && button({ text: 'Add an action', href: `${actionsPath}/add` })}
      <a class="govuk-link" href="${actionsPath}">All actions</a>
    </div>`
}

const byDate = (a: Followed, b: Followed): number => (a.standing.dueOn < b.standing.dueOn ? -1 : 1)

function howMany(open: readonly Followed[], ended: readonly Followed[]): string {
  const overdue = open.filter(it => it.standing.state === 'overdue').length
  const parts = [
    counted(open.length, 'action is open', 'actions are open'),
    ...(overdue > 0 ? [`${overdue} of them overdue`] : []),
    ...(ended.length > 0 ? [`${ended.length} ended since the month began`] : []),
  ]
  return `${listInWords(parts)}.`
}

function decided({ decisions, records, span }: MonthShown): Html {
  return html`<h2 class="govuk-heading-m">What was decided</h2>
    ${decisions.length === 0
      ? html`<p class="govuk-body">Nothing in the last three months.</p>`
      : html`<ul class="govuk-list govuk-list--spaced">
          ${decisions.map(
            it =>
              html`<li>
                <span class="os-plain-text" dir="auto">${it.words}</span>
                <span class="os-quiet govuk-!-display-block">${inWords(it.takenOn)}</span>
              </li>`,
          )}
        </ul>`}
    ${records &&
    button({
      text: `Record a decision`,
      href: '/review/decisions/add',
      classes: 'govuk-button--secondary',
      attributes: { 'aria-label': `Record a decision of the review of ${span.label}` },
    })}`
}

function signOffs({ weekOn, unsigned, mailboxes }: MonthShown): Html {
  const named = unsigned.slice(0, 6).map(it => it.name)
  const names = listInWords(unsigned.length > 6 ? [...named, `${unsigned.length - 6} more`] : named)
  return html`<h2 class="govuk-heading-m">Weekly sign-off</h2>
    <p class="govuk-body">
      ${unsigned.length === 0
        ? `Every mailbox signed the week of ${inWords(weekOn)}.`
        : `Week of ${inWords(weekOn)}: ${unsigned.length} of ${counted(mailboxes, 'mailbox', 'mailboxes')} not signed. Missing: ${names}.`}
      <a class="govuk-link" href="/review/sign-offs">All sign-offs</a>
    </p>`
}
