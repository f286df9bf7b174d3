import type { Refusal, Result } from '#kernel/result.ts'
import { counted } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import { button } from '#platform/views/components/button.ts'
import { checkboxes } from '#platform/views/components/checkboxes.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { tag } from '#platform/views/components/tag.ts'
import { html, type Html } from '#platform/views/html.ts'
import { contactField, sharingField } from '../answer/answer-page.ts'
import type { Drawing } from '../page/act-page.ts'
import { reader, wordsField } from '../page/fields.ts'
import { addressOf, type Opened } from '../page/open-enquiry.ts'
import { named } from '../together/other-field.ts'
import type { Other } from '../together/together.sql.ts'
import type { ToAnswer } from './answer-set.ts'

const title = 'Send this answer to the others in the set'

type Lead = { readonly opened: Opened; readonly set: readonly ToAnswer[] }

/** To whom, and the words, which can still be changed. */
export function answerSetPage({ opened, set }: Lead, typed: Form, refusal?: Refusal): Page {
  const drawing: Drawing = { opened, typed, files: [], error: field => errorFor(refusal, field) }
  const ready = set.filter(it => !it.cannot)
  return {
    ...frame(opened),
    body: html`${errorSummaryFor(refusal)} ${heading(opened)} ${ready.length > 0 ? form(drawing, ready) : nobody}
    ${notNow(set.filter(it => it.cannot))}`,
  }
}

const frame = ({ enquiry }: Opened) => ({
  title: `${title} – ${enquiry.reference}`,
  ownHeading: true,
  current: '/enquiries',
  back: { href: addressOf(enquiry), text: `Back to ${enquiry.reference}` },
})

const heading = ({ enquiry, names }: Opened): Html =>
  html`<span class="govuk-caption-l"
      ><span class="os-reference">${enquiry.reference}</span> <bdi>${names.subject}</bdi></span
    >
    <h1 class="govuk-heading-l">${title}</h1>`

const nobody = html`<p class="govuk-body">There is no enquiry in this set that you can answer now.</p>`

function form(drawing: Drawing, ready: readonly ToAnswer[]): Html {
  const { opened, typed, error } = drawing
  const chosen = typed.typed.to === undefined ? ready.map(it => it.other.reference) : typed.texts('to')
  return html`<form method="post" action="${addressOf(opened.enquiry)}/answer-set" novalidate>
    ${csrfField(opened.asked.csrf)}
    ${ready.map(
      ({ other }) => html`<input type="hidden" name="version-${other.reference}" value="${other.version}" />`,
    )}
    ${reader('Each member gets an answer of their own by email and does not learn that others asked.')}
    ${checkboxes({
      name: 'to',
      values: chosen,
      fieldset: { legend: { text: 'To whom does it go?', classes: 'govuk-fieldset__legend--m' } },
      errorMessage: error('to'),
      items: ready.map(({ other }) => ({ value: other.reference, html: asked(other) })),
    })}
    ${wordsField(drawing, {
      label: 'The answer',
      hint: 'Take out anything that tells who else asked. Promises are not sent along: make them on each enquiry’s own page',
      rows: 12,
    })}
    ${contactField(drawing)} ${sharingField(drawing)}
    <div class="govuk-button-group">
      ${button({ text: 'Send the answers', preventDoubleClick: true })}
      <a class="govuk-link" href="${addressOf(opened.enquiry)}">Cancel</a>
    </div>
  </form>`
}

const asked = (it: Other): Html => html`<bdi>${it.memberName}</bdi>: ${named(it)}`

const notNow = (set: readonly ToAnswer[]): Html | false =>
  set.length > 0 &&
  html`<h2 class="govuk-heading-m">Not now</h2>
    <ul class="govuk-list govuk-list--spaced">
      ${set.map(
        ({ other, cannot }) =>
          html`<li><a class="govuk-link" href="${addressOf(other)}">${asked(other)}</a><br />${cannot}.</li>`,
      )}
    </ul>`

export type Sent = { readonly other: Other; readonly result: Result<null> }

/** What became of each: sent, or why not and where to go on. */
export function resultsPage(opened: Opened, sent: readonly Sent[]): Page {
  const done = sent.filter(it => it.result.ok).length
  return {
    ...frame(opened),
    body: html`${heading(opened)}
      <p class="govuk-body-l">${counted(done, 'answer')} of ${sent.length} sent.</p>
      <ul class="govuk-list govuk-list--spaced">
        ${sent.map(outcome)}
      </ul>
      <p class="govuk-body"><a class="govuk-link" href="${addressOf(opened.enquiry)}">Go to the enquiry</a></p>`,
  }
}

const outcome = ({ other, result }: Sent): Html =>
  html`<li>
    ${result.ok
      ? tag({ text: 'Sent', classes: 'govuk-tag--green' })
      : tag({ text: 'Not sent', classes: 'govuk-tag--red' })}
    <a class="govuk-link" href="${addressOf(other)}">${asked(other)}</a>
    ${!result.ok &&
    html`<br />${result.refusal.words}.
      <a class="govuk-link" href="${addressOf(other)}/answer?copy=lead"
        >Answer it on its own page<span class="govuk-visually-hidden">: ${other.reference}</span></a
      >`}
  </li>`
