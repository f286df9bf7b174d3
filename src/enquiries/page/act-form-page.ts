import { instantInWords } from '#kernel/day.ts'
import { shortened } from '#kernel/text.ts'
import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { attributes } from '#platform/views/components/content.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { filesField } from '../attach/file-fields.ts'
import { filesToKeep } from '../attach/files-to-keep.ts'
import { hiddenNotes } from '../attach/hidden-notes.ts'
import type { NewAttachment } from '../attachment.sql.ts'
import { company } from '../presence/company.ts'
import { presentAt } from '../presence/presence.sql.ts'
import { cannedField } from '../canned/canned-field.ts'
import { draftOfPage, type ActPage } from './act-page.ts'
import { addressOf, type Opened } from './open-enquiry.ts'
import { onceField } from './same-click.ts'

export type ActForm = {
  readonly opened: Opened
  readonly page: ActPage
  readonly typed: Form
  readonly files: readonly NewAttachment[]
  readonly refusal?: Refusal | undefined
  /** what happened since the form was opened: it stands above, and sending goes on in spite of it */
  readonly news?: Html | undefined
  readonly preview?: Html | undefined
  readonly draftFrom?: Date | undefined
  /** it cannot be done any more: what was typed is shown to copy from, and nothing is offered to press */
  readonly over?: boolean
}

/** The form of an act, under what it is about. */
export async function actFormPage(it: ActForm): Promise<Page> {
  const { opened, page, typed, files, refusal } = it
  const { tx, enquiry, asked } = opened
  const [fields, canned, present, beside, advice] = await Promise.all([
    page.fields({ opened, typed, files, error: field => errorFor(refusal, field) }),
    page.takesCanned && cannedField(opened),
    presentAt(tx, enquiry.id, asked.viewer.person!, asked.now.at),
    page.beside?.(opened),
    page.advice?.({ opened, typed }),
  ])
  const ids = Object.fromEntries((page.dates ?? []).map(name => [name, `${name}-day`]))
  const form = html`${errorSummaryFor(refusal, ids)} ${company(opened, page.act, present)} ${it.news} ${it.preview}
    ${heading(opened, page.title)}
    <form
      method="post"
      action="${addressOf(opened.enquiry)}/${page.act}"
      novalidate${attributes(attributesOf(opened, page))}
    >
      ${csrfField(opened.asked.csrf)}
      <input type="hidden" name="version" value="${opened.enquiry.version}" />
      <input type="hidden" name="${onceField}" value="${crypto.randomUUID()}" />
      ${!it.over && (page.preview ?? page.takesCanned) && enterMeans(page)} ${canned} ${fields}
      ${page.takesFiles &&
      html`${filesToKeep(files, 'do')} ${hiddenNotes(files, typed, refusal)} ${filesField(refusal)}`}
      ${page.keepsDraft && draftStatus(it.draftFrom)} ${buttons(it)}
    </form>`
  const aside = (beside ?? advice) && html`${advice && html`<div id="advice">${advice}</div>`} ${beside}`
  return { ...frame(opened, page.title), body: aside ? besideEachOther(form, aside) : form, wide: Boolean(aside) }
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
  current: '/enquiries',
  back: { href: addressOf(enquiry), text: `Back to ${enquiry.reference}` },
})

const heading = ({ enquiry, names }: Opened, title: string): Html =>
  html`<span class="govuk-caption-l"
      ><span class="os-reference">${enquiry.reference}</span> <bdi>${shortened(names.subject, 120)}</bdi></span
    >
    <h1 class="govuk-heading-l">${title}</h1>`

const attributesOf = ({ enquiry }: Opened, page: ActPage) => ({
  ...(page.takesFiles && { enctype: 'multipart/form-data' }),
  ...(page.keepsDraft && {
    'data-draft-url': `/enquiries/drafts/${encodeURIComponent(draftOfPage(enquiry.reference, page))}`,
  }),
  ...(page.advice && { 'data-advice-url': `${addressOf(enquiry)}/${page.act}/advice`, 'data-advice-for': 'advice' }),
})

/** The first button of a form is the one that Enter presses: it previews, or does what the form is for; never inserts. */
const enterMeans = ({ preview, submit }: ActPage): Html =>
  html`<button
    type="submit"
    name="do"
    value="${preview ? 'preview' : 'send'}"
    class="govuk-visually-hidden"
    tabindex="-1"
    aria-hidden="true"
  >
    ${preview ? 'Preview' : submit}
  </button>`

const draftStatus = (from: Date | undefined): Html =>
  html`<p class="govuk-hint" data-draft-status role="status">${from && `Your draft of ${instantInWords(from)}`}</p>`

/** Where something new arrived, the button says that it sends all the same. */
function buttons({ opened: { enquiry }, page, news, over }: ActForm): Html {
  if (over)
    return html`<p class="govuk-body"><a class="govuk-link" href="${addressOf(enquiry)}">Go to the enquiry</a></p>`
  return html`<div class="govuk-button-group">
    ${page.preview
      ? button({ text: 'Preview', name: 'do', value: 'preview', classes: 'govuk-button--secondary' })
      : nothing}
    ${button({
      text: news ? `${page.submit} anyway` : page.submit,
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
  html`<div class="os-composer">
    <div>${form}</div>
    <div>${beside}</div>
  </div>`
