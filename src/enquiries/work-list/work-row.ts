import type { Day } from '#kernel/day.ts'
import { shortened } from '#kernel/text.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { mayDo } from '#platform/http/viewer.ts'
import type { WorkListRow } from '#platform/views/components/work-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Listed } from '../list.sql.ts'
import { dueInWords, shortly, type DueWords } from '../page/due-words.ts'
import { flagsOf, tagOfStatus } from '../page/status.ts'
import { take } from '../take/take.ts'
import type { WorkList } from './work-list-page.ts'

/** One enquiry as a line of the work list. */
export function workRow(it: Listed, list: WorkList): WorkListRow {
  const due = dueInWords(it, list.me.today, list.calendar)
  return {
    classes: due.tone === 'late' ? 'os-list__row--late' : due.tone === 'soon' ? 'os-list__row--soon' : '',
    cells: [
      { html: enquiryCell(it) },
      { html: html`<bdi>${it.memberName}</bdi>` },
      { html: withCell(it, list.me.person) },
      { html: dueCell(it, due, list.me.today) },
      { html: tagOfStatus(it.status) },
      { html: mayTake(it, list) ? takeForm(it, list) : html`` },
    ],
  }
}

const enquiryCell = (it: Listed): Html =>
  html`<span class="os-quiet os-reference">${it.reference}</span>
    <a class="govuk-link" href="/enquiries/${it.reference}" dir="auto">${shortened(it.subject, 120)}</a> ${flags(it)}`

function flags(it: Listed): Html | false {
  const all = flagsOf(it)
  return all.length > 0 && html`<span class="os-quiet">${all}</span>`
}

const withCell = ({ holderName, holderId, mailboxName }: Listed, me: string): Html =>
  html`${holderId === me ? 'You' : (holderName ?? 'Nobody yet')}
    <span class="os-quiet">${mailboxName ?? 'Not placed yet'}</span>`

const dueCell = ({ dueOn, agreedDueOn, status }: Listed, { words, tone }: DueWords, today: Day): Html =>
  html`<span class="os-due os-due--${tone}">${words}</span> ${dueOn &&
    status !== 'answered' &&
    status !== 'closed' &&
    html`<span class="os-quiet"
      >${shortly(dueOn, today)}${agreedDueOn && `, agreed ${shortly(agreedDueOn, today)}`}</span
    >`}`

function mayTake({ status, holderId, mailboxId }: Listed, { asked, me }: WorkList): boolean {
  if (!take.from.includes(status) || !mayDo(asked.viewer, take.may)) return false
  return status === 'new' ? mailboxId !== null && me.mailboxes.includes(mailboxId) : holderId === me.person
}

const takeForm = ({ reference, version, status }: Listed, { asked }: WorkList): Html =>
  html`<form method="post" action="/enquiries/${reference}/${status === 'assigned' ? 'accept' : 'take'}">
    ${csrfField(asked.csrf)}<input type="hidden" name="version" value="${version}" />
    ${button({
      html: html`${status === 'assigned' ? 'Accept' : 'Take'}<span class="govuk-visually-hidden"> ${reference}</span>`,
      classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
      preventDoubleClick: true,
    })}
  </form>`
