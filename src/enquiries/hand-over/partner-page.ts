import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import { attachmentList } from '#platform/views/components/attachment-list.ts'
import { button } from '#platform/views/components/button.ts'
import { card } from '#platform/views/components/card.ts'
import { details } from '#platform/views/components/details.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { filesField } from '../attach/file-fields.ts'
import { whatTheySee } from './what-they-see.ts'
import { fileNote } from '../attach/file-words.ts'
import type { Line } from './handed-to.ts'

export type Shown = Line & {
  readonly csrf: string
  readonly by: string
  /** the council lets them take enquiries over wholly */
  readonly takesOver: boolean
}

export type Tried = { readonly act: string; readonly text: string; readonly refusal: Refusal }

/** One hand-over: what is needed, what they may know, and what they can do. */
export const handOverSeen = (shown: Shown, tried?: Tried): Page => ({
  title: `${shown.reference}, handed over to you`,
  ownHeading: true,
  current: '/hand-overs',
  back: { href: '/hand-overs', text: 'Handed over to you' },
  invalid: tried !== undefined,
  body: html`${errorSummaryFor(tried?.refusal, { text: `${tried?.act}-text` })}
    <span class="govuk-caption-l os-reference">${shown.reference}</span>
    <h1 class="govuk-heading-l">Handed over to you</h1>
    ${card({
      ...(shown.open && { heading: { text: 'What the council shares with you' } }),
      html: shown.open
        ? whatTheySee(seenIn(shown))
        : html`<p class="govuk-body os-plain-text" dir="auto">${shown.it.wanted}</p>`,
    })}
    ${shown.open
      ? ways(shown, tried)
      : html`<p class="govuk-body">
          It is no longer with you, so there is nothing for you to do. What you were shown is closed to you again.
        </p>`}`,
})

const seenIn = ({ it, reference, by }: Shown) => ({
  ...it,
  reference,
  by,
  files: attachmentList(
    it.files.map((file, at) => ({ name: file.name, href: `/hand-overs/${it.id}/files/${at}`, note: fileNote(file) })),
  ),
})

function ways(shown: Shown, tried: Tried | undefined): Html {
  const way = (act: string, label: string, send: string, hint: string, classes = '', files: Html = nothing) =>
    html`<form method="post" action="/hand-overs/${shown.it.id}/${act}" enctype="multipart/form-data" novalidate>
      ${csrfField(shown.csrf)}
      ${textarea({
        name: 'text',
        id: `${act}-text`,
        label: { text: label, classes: 'govuk-label--m' },
        hint: { text: hint },
        rows: 5,
        value: tried?.act === act ? tried.text : '',
        errorMessage: tried?.act === act ? errorFor(tried.refusal, 'text') : undefined,
        attributes: { dir: 'auto' },
      })}
      ${files} ${button({ text: send, classes, preventDoubleClick: true })}
    </form>`
  return html`${way(
    'partner-answer',
    'Your answer',
    'Send your answer',
    'The council answers the councillor with it',
    '',
    filesField(tried?.act === 'partner-answer' ? tried.refusal : undefined),
  )}
  ${details({
    summaryText: 'This is not ours',
    open: tried?.act === 'partner-decline',
    html: way(
      'partner-decline',
      'Why is it not yours?',
      'Send it back',
      'Say who could help, if you know',
      'govuk-button--secondary',
    ),
  })}
  ${shown.takesOver &&
  details({
    summaryText: 'We take it over wholly',
    open: tried?.act === 'take-over',
    html: way(
      'take-over',
      'What is the councillor told?',
      'Take it over and close it at the council',
      'Who deals with it now, and how to reach them',
      'govuk-button--secondary',
    ),
  })}`
}
