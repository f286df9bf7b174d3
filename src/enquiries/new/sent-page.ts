import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import type { Page } from '#platform/http/answer.ts'
import { panel } from '#platform/views/components/panel.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import { expectedFrom, expectedInWords, type Expected } from '../expected/expected.ts'
import type { Viewed } from '../view.sql.ts'

export type Sent = {
  readonly reference: string
  /** undefined when the sender may not see what they passed on */
  readonly viewed: Viewed | undefined
  /** by when a team or a person has it */
  readonly handledBy: Day
  readonly expected: Expected | undefined
}

/** What somebody keeps after sending: a number, who has it, by when, and what happens next. */
export function sentPage({ reference, viewed, handledBy, expected }: Sent): Page {
  const body = html`
    ${panel({
      titleText: 'Enquiry sent',
      html: html`Your reference<br /><strong class="os-reference">${reference}</strong>`,
    })}
    ${viewed ? seen(viewed, handledBy, expected) : unseen(reference)}
    <p class="govuk-body os-no-print">
      <a class="govuk-link" href="/enquiries/new">Raise another enquiry</a>
    </p>
  `
  return { title: 'Enquiry sent', body, ownHeading: true, current: '/enquiries/new' }
}

function seen({ enquiry, names }: Viewed, handledBy: Day, expected: Expected | undefined): Html {
  const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } })
  return html`
    ${summaryList({
      rows: [
        row('About', names.subject),
        row('Who has it', names.mailbox ?? 'Member services, who will find the right team'),
        names.mailboxPhone ? row('Phone', names.mailboxPhone) : false,
        enquiry.dueOn && row('Answer due by', inWordsWithWeekday(enquiry.dueOn)),
        expected && row('Usually', `${expectedInWords(expected)}, ${expectedFrom(expected)}`),
      ],
    })}
    <h2 class="govuk-heading-m">What happens next</h2>
    <ol class="govuk-list govuk-list--number">
      <li>We have emailed a receipt with this reference. You can reply to that email at any time.</li>
      <li>
        By ${inWordsWithWeekday(handledBy)}
        ${names.mailbox
          ? 'you hear who is dealing with it and when they will write next'
          : 'member services pass it to the team that answers'}.
      </li>
      ${enquiry.dueOn && html`<li>You get an answer by ${inWordsWithWeekday(enquiry.dueOn)}, or hear why not.</li>`}
    </ol>
    <p class="govuk-body">
      <a class="govuk-link" href="/enquiries/${enquiry.reference}/track">Follow this enquiry</a>
    </p>
  `
}

const unseen = (reference: string): Html => html`
  <h2 class="govuk-heading-m">What happens next</h2>
  <p class="govuk-body">
    It has gone straight to the proper officer. Because it is restricted, only the member and the officers named for
    such matters can open it. Quote ${reference} if you need to speak to them.
  </p>
`
