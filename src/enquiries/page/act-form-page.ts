import { instantInWords } from '#kernel/day.ts'
import { shortened } from '#kernel/text.ts'
import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { attributes } from '#platform/views/components/content.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { draftAbout, type ActPage } from './act-page.ts'
import { addressOf, type Opened } from './open-enquiry.ts'

export type ActForm = {
  readonly opened: Opened
  readonly page: ActPage
  readonly typed: Form
  readonly refusal?: Refusal
  /** stands above the form: news, a preview */
  readonly above?: Html | undefined
  readonly draftFrom?: Date | undefined
}

/** The form of an act, under what it is about. */
export async function actFormPage({ opened, page, typed, refusal, above, draftFrom }: ActForm): Promise<Page> {
  const drawing = { opened, typed, error: (field: string) => errorFor(refusal, field) }
  const fields = await page.fields(drawing)
  const beside = await page.beside?.(opened)
  const ids = Object.fromEntries((page.dates ?? []).map(name => [name, `${name}-day`]))
  const form = html`${errorSummaryFor(refusal, ids)} ${above} ${heading(opened, page.title)}
    <form
      method="post"
      action="${addressOf(opened.enquiry)}/${page.act}"
      novalidate${attributes(drafting(opened, page))}
    >
      ${csrfField(opened.asked.csrf)}
      <input type="hidden" name="version" value="${opened.enquiry.version}" />
      ${fields} ${page.keepsDraft && draftStatus(draftFrom)} ${buttons(opened, page)}
    </form>`
  return {
    ...frame(opened, page.title),
    body: beside ? besideEachOther(form, beside) : form,
    wide: beside !== undefined,
  }
}

/** Why an act cannot be done now, instead of its form. */
export const cannotPage = (opened: Opened, page: ActPage, refusal: Refusal): Page => ({
  ...frame(opened, page.title),
  body: html`${heading(opened, page.title)}
    <p class="govuk-body">${refusal.words}.</p>
    <p class="govuk-body"><a class="govuk-link" href="${addressOf(opened.enquiry)}">Go to the enquiry</a></p>`,
})

const frame = ({ enquiry }: Opened, title: string) => ({
  title: `${title} – ${enquiry.reference}`,
  ownHeading: true,
  back: { href: addressOf(enquiry), text: `Back to ${enquiry.reference}` },
})

const heading = ({ enquiry, names }: Opened, title: string): Html =>
  html`<span class="govuk-caption-l"
      ><span class="os-reference">${enquiry.reference}</span> <bdi>${shortened(names.subject, 120)}</bdi></span
    >
    <h1 class="govuk-heading-l">${title}</h1>`

const drafting = ({ enquiry }: Opened, page: ActPage) =>
  page.keepsDraft
    ? { 'data-draft-url': `/enquiries/drafts/${encodeURIComponent(draftAbout(enquiry.reference, page.act))}` }
    : {}

const draftStatus = (from: Date | undefined): Html =>
  html`<p class="govuk-hint" data-draft-status role="status">${from && `Your draft of ${instantInWords(from)}`}</p>`

function buttons({ enquiry }: Opened, page: ActPage): Html {
  // the first button is the one that the Enter key presses: where there is a preview it never sends
  return html`<div class="govuk-button-group">
    ${page.preview
      ? button({ text: 'Preview', name: 'do', value: 'preview', classes: 'govuk-button--secondary' })
      : nothing}
    ${button({
      text: page.submit,
      name: 'do',
      value: 'send',
      preventDoubleClick: true,
      classes: page.warning ? 'govuk-button--warning' : '',
    })}
    ${page.keepsDraft
      ? button({ text: 'Keep as draft', name: 'do', value: 'keep', classes: 'govuk-button--secondary' })
      : nothing}
    <a class="govuk-link" href="${addressOf(enquiry)}">Cancel</a>
  </div>`
}

const besideEachOther = (form: Html, beside: Html): Html =>
  html`<div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">${form}</div>
    <div class="govuk-grid-column-one-third">${beside}</div>
  </div>`
