import { inWords, type Day } from '#kernel/day.ts'
import type { Reference } from '#kernel/reference.ts'
import type { Refusal } from '#kernel/result.ts'
import { shortened } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { attachmentList } from '#platform/views/components/attachment-list.ts'
import { button } from '#platform/views/components/button.ts'
import { card } from '#platform/views/components/card.ts'
import { details } from '#platform/views/components/details.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { statusTag } from '#platform/views/components/status-tag.ts'
import { table } from '#platform/views/components/table.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { html, type Html } from '#platform/views/html.ts'
import { whatTheySee } from './what-they-see.ts'
import { fileNote } from '../attach/file-words.ts'
import type { HandedOver } from './hand-over.sql.ts'

export type Line = { readonly it: HandedOver; readonly reference: Reference; readonly open: boolean }

const standing = ({ it, open }: Line, today: Day): Html => {
  if (!open) return statusTag({ tone: 'quiet', text: 'Done' })
  return it.dueOn < today ? statusTag({ tone: 'late', text: 'Late' }) : statusTag({ tone: 'active', text: 'Open' })
}

/** What a partner was handed, open first. */
export const handOversPage = (lines: readonly Line[], today: Day): Page => ({
  title: 'Handed over to you',
  wide: true,
  current: '/hand-overs',
  body:
    lines.length === 0
      ? emptyState({
          heading: { text: 'Nothing has been handed over' },
          text: 'When the council needs you to deal with an enquiry, it stands here and you get an email.',
        })
      : table({
          caption: 'Enquiries the council has handed over to you',
          captionClasses: 'govuk-visually-hidden',
          head: [{ text: 'What is needed' }, { text: 'By' }, { text: 'How it stands' }],
          rows: lines
            .toSorted((a, b) => Number(b.open) - Number(a.open))
            .map(line => [{ html: cell(line) }, { text: inWords(line.it.dueOn) }, { html: standing(line, today) }]),
        }),
})

const cell = ({ it, reference, open }: Line): Html =>
  html`<span class="os-quiet os-reference">${reference}</span><br />
    ${open
      ? html`<a class="govuk-link" href="/hand-overs/${it.id}" dir="auto">${shortened(it.wanted, 120)}</a>`
      : html`<span dir="auto">${shortened(it.wanted, 120)}</span>`}`

export type Shown = Line & {
  readonly csrf: string
  readonly today: Day
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
  const way = (act: string, label: string, send: string, hint: string, classes = '') =>
    html`<form method="post" action="/hand-overs/${shown.it.id}/${act}" novalidate>
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
      ${button({ text: send, classes, preventDoubleClick: true })}
    </form>`
  return html`${way('partner-answer', 'Your answer', 'Send your answer', 'The council answers the councillor with it')}
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
