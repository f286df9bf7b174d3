import { inWords } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import { shortened } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import { button } from '#platform/views/components/button.ts'
import { card } from '#platform/views/components/card.ts'
import { details } from '#platform/views/components/details.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { tag } from '#platform/views/components/tag.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { qualityHeading } from '../pages.ts'
import type { Example, State } from './example.ts'

const stateWords: Record<State, { text: string; classes: string }> = {
  proposed: { text: 'To be read', classes: 'govuk-tag--yellow' },
  offered: { text: 'Offered', classes: 'govuk-tag--green' },
  declined: { text: 'Not offered', classes: 'govuk-tag--grey' },
  withdrawn: { text: 'Withdrawn', classes: 'govuk-tag--grey' },
}

/** Every example the viewer may see. */
export const examplesPage = (examples: readonly Example[], viewer: Viewer): Page => ({
  title: 'Examples of good answers',
  ownHeading: true,
  wide: true,
  current: '/quality',
  body: html`${qualityHeading('Examples of good answers', '/quality/examples', viewer)}
    <p class="govuk-body-l">
      Answers that scored 4 are shown to whoever answers something like it, without personal data and once whoever runs
      the mailbox has read them.
    </p>
    ${examples.length === 0
      ? emptyState({ heading: { text: 'No examples yet' }, text: 'An answer that scores 4 is proposed here.' })
      : html`<ul class="govuk-list os-rows">
          ${examples.map(row)}
        </ul>`}`,
})

const row = (it: Example): Html =>
  html`<li class="govuk-!-margin-bottom-4">
    <a class="govuk-link govuk-!-font-weight-bold" href="/quality/examples/${it.id}" dir="auto"
      >${shortened(it.asked.replace(/\s+/g, ' ') || it.words, 120)}</a
    >
    ${tag(stateWords[it.state])}<br />
    <span class="os-quiet">${[it.mailbox, it.topic].filter(Boolean).join(', ')}</span>
  </li>`

type Editing = {
  readonly asked: Asked
  readonly example: Example
  /** personal data that may still stand in it, in words */
  readonly stray: readonly string[]
  readonly typed: { readonly asked: string; readonly words: string }
  readonly refusal?: Refusal | undefined
}

/** One example: read, change and offer it, or take it back with one press. */
export function examplePage({ asked, example, stray, typed, refusal }: Editing): Page {
  return {
    title: 'Example of a good answer',
    ownHeading: true,
    invalid: refusal !== undefined,
    current: '/quality',
    back: { href: '/quality/examples', text: 'Examples of good answers' },
    body: html`${errorSummaryFor(refusal)}
      <span class="govuk-caption-l">${[example.mailbox, example.topic].filter(Boolean).join(', ')}</span>
      <h1 class="govuk-heading-l">Example of a good answer ${tag(stateWords[example.state])}</h1>
      ${origin(example)} ${example.runs ? form(asked, example, stray, typed, refusal) : shown(example)}`,
  }
}

const origin = ({ reference, proposedOn }: Example): Html =>
  html`<p class="govuk-body os-quiet">
    Proposed
    ${inWords(proposedOn)}${reference &&
    html`, from <a class="govuk-link os-reference" href="/enquiries/${reference}">${reference}</a>`}
  </p>`

const shown = ({ asked, words }: Example): Html =>
  html`${card({ heading: { text: 'What was asked' }, html: plain(asked) })}
  ${card({ heading: { text: 'The answer' }, html: plain(words) })}`

const plain = (text: string): Html => html`<p class="govuk-body os-plain-text" dir="auto">${text}</p>`

function form(
  { csrf }: Asked,
  { id, version, state }: Example,
  stray: Editing['stray'],
  typed: Editing['typed'],
  refusal: Refusal | undefined,
): Html {
  const area = (name: 'asked' | 'words', label: string, rows: number) =>
    textarea({
      name,
      label: { text: label, classes: 'govuk-label--m' },
      rows,
      value: typed[name],
      errorMessage: errorFor(refusal, name),
      attributes: { dir: 'auto' },
    })
  const press = (value: State, text: string, classes = '') =>
    button({ text, name: 'state', value, classes, preventDoubleClick: true })
  return html`${stray.length > 0
      ? insetText({ text: `It seems to hold ${stray.join(' and ')}. Take it out before you offer it.` })
      : nothing}
    <p class="govuk-body">
      What could be found by itself was taken out and stands in square brackets. Read it: names of people and places
      that nobody could know by a rule may still be in it.
    </p>
    <form method="post" action="/quality/examples/${id}" novalidate>
      ${csrfField(csrf)} <input type="hidden" name="version" value="${version}" /> ${area('asked', 'What was asked', 5)}
      ${area('words', 'The answer', 12)}
      <div class="govuk-button-group">
        ${press('offered', state === 'offered' ? 'Save changes' : 'Approve and offer it')}
        ${state === 'offered'
          ? press('withdrawn', 'Withdraw it', 'govuk-button--warning')
          : state === 'proposed' && press('declined', 'Do not offer it', 'govuk-button--secondary')}
      </div>
    </form>`
}

/** Beside whoever answers something like it, folded away until they want it. */
export const examplesCard = (examples: readonly Example[]): Html =>
  examples.length === 0
    ? nothing
    : card({
        classes: 'os-card--quiet',
        heading: { text: 'Good answers to the like' },
        html: html`${examples.map(it =>
          details({
            summaryText: shortened(it.asked.replace(/\s+/g, ' ') || it.words, 70),
            html: html`${plain(it.words)}
              <p class="govuk-body os-quiet">
                ${[it.mailbox, it.topic].filter(Boolean).join(', ')}${it.reference &&
                html`, <a class="govuk-link os-reference" href="/enquiries/${it.reference}">${it.reference}</a>`}
              </p>`,
          }),
        )}`,
      })
