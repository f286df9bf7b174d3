import { inWordsWithWeekday } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import type { Refusal } from '#kernel/result.ts'
import { listInWords } from '#kernel/text.ts'
import type { TextWarning } from '#mailboxes/door.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import { alert } from '#platform/views/components/alert.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { panel } from '#platform/views/components/panel.ts'
import { summaryList } from '#platform/views/components/summary-list.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { html, type Html } from '#platform/views/html.ts'
import { filesField } from '../attach/file-fields.ts'
import type { Contribution } from './contribution.ts'

/** What somebody was asked, as they see it: the questions, who asks, by when; of the enquiry only its number. */
export type Request = {
  readonly asked: Contribution
  readonly reference: Reference
  /** who asks, and for which mailbox */
  readonly by: string
  readonly mailbox: string | null
  readonly path: string
  readonly csrf: string
}

const title = 'Your part of an answer'

export const requestPage = (it: Request, typed: Form, refusal?: Refusal, warning?: TextWarning): Page => ({
  title,
  ownHeading: true,
  invalid: refusal !== undefined,
  body: html`${errorSummaryFor(refusal)} ${heading(it)}
    ${it.asked.background &&
    insetText({ html: html`<div class="os-plain-text" dir="auto">${it.asked.background}</div>` })}
    <form method="post" action="${it.path}" enctype="multipart/form-data" novalidate>
      ${csrfField(it.csrf)} ${warning && askedBefore(warning)}
      ${it.asked.questions.map((question, i) => questionField(question, i + 1, typed, refusal))}
      ${textarea({
        name: 'text',
        label: { text: 'Anything else that helps (optional)', classes: 'govuk-label--m' },
        rows: 3,
        value: typed.text('text'),
        attributes: { dir: 'auto' },
      })}
      ${filesField(refusal)} ${button({ text: 'Send your answer', preventDoubleClick: true })}
    </form>`,
})

/** Asked once. There is no other way from here: whoever asked decides what goes where. */
const askedBefore = ({ found }: TextWarning): Html => html`
  <input type="hidden" name="asked" value="yes" />
  ${alert({
    variant: 'warning',
    title: 'This may be sensitive',
    showTitleAsHeading: true,
    html: html`<p class="govuk-body">
      This seems to tell of ${listInWords(found.filter(it => it.warns).map(it => it.words))}. Everybody who works on the
      enquiry may read it. Leave out what the answer does not need, or ring whoever asked you. Then send it. Choose your
      files again.
    </p>`,
  })}
`

const heading = ({ asked, reference, by, mailbox }: Request): Html =>
  html`<span class="govuk-caption-l os-reference">${reference}</span>
    <h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body">
      <bdi>${by}</bdi>${mailbox && ` of ${mailbox}`} is answering an enquiry of a councillor and needs this from you.
      They see what you write and may use it in the answer.
    </p>
    ${summaryList({
      classes: 'govuk-summary-list--no-border',
      rows: [
        { key: { text: 'Asked of' }, value: { html: html`<bdi>${asked.ofName}</bdi>` } },
        { key: { text: 'Needed by' }, value: { text: inWordsWithWeekday(asked.dueOn) } },
      ],
    })}`

const questionField = (question: string, number: number, typed: Form, refusal: Refusal | undefined): Html =>
  textarea({
    name: `answer-${number}`,
    id: `answers-${number}`,
    label: { html: html`${number}. <bdi>${question}</bdi>`, classes: 'govuk-label--m' },
    rows: 4,
    value: typed.text(`answer-${number}`),
    errorMessage: errorFor(refusal, `answers-${number}`),
    attributes: { dir: 'auto' },
  })

/** Given, no longer needed, or closed in between. */
export const nothingToDoPage = (words: string): Page => ({
  title,
  ownHeading: true,
  body: html`<h1 class="govuk-heading-l">There is nothing for you to do</h1>
    <p class="govuk-body">${words}. Thank you.</p>`,
})

export const thanksPage = (reference: Reference): Page => ({
  title: 'Sent',
  ownHeading: true,
  body: html`${panel({ titleText: 'Thank you', text: 'Your part has been sent' })}
    <p class="govuk-body">
      It stands with ${reference}, and whoever asked you sees it at once. You can close this page.
    </p>`,
})

export const linkOverPage: Page = {
  title: 'This link no longer opens',
  body: html`<p class="govuk-body">
    It has ended, or it was never ours. If you were asked for something, reply to the email that brought you the link.
  </p>`,
}
