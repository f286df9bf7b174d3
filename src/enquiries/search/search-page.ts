import { inWords } from '#kernel/day.ts'
import { counted, shortened } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { details } from '#platform/views/components/details.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { pagination } from '#platform/views/components/pagination.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { tagOfStatus } from '../page/status.ts'
import { addressWith, isNarrowed, type Choices, type Narrowing } from './narrowing.ts'
import { choiceFields, wordsField } from './search-form.ts'
import type { Findings, FoundEnquiry } from './search.ts'
import type { Piece } from './snippet.ts'

export type SearchView = {
  /** has the council's side of enquiries; members follow theirs on pages of their own */
  readonly officer: boolean
  readonly narrowing: Narrowing
  readonly choices: Choices
  readonly findings: Findings
}

/** A box for words, what narrows them, and what was found, the likeliest first. */
export function searchPage(it: SearchView): Page {
  const { q } = it.narrowing
  return {
    title: q ? `${shortened(q, 60)} – Search` : 'Search',
    ownHeading: true,
    current: '/enquiries/search',
    body: html`<h1 class="govuk-heading-l">Search</h1>
      <search>
        <form class="os-narrow" method="get" action="/enquiries/search">
          <div class="os-narrow__line">${wordsField(q)} ${button({ text: 'Search' })}</div>
          ${details({ summaryText: 'Narrow the search', open: isNarrowed(it.narrowing), html: choiceFields(it) })}
        </form>
      </search>
      ${q ? results(it) : help}`,
  }
}

const help = details({
  summaryText: 'How to search',
  open: true,
  html: html`<ul class="govuk-list govuk-list--bullet">
    <li>Words are found in subjects and messages, in any form: <strong>pothole</strong> finds “potholes”.</li>
    <li>
      All the words must be there. Put words in quotes to find them side by side:
      <strong class="os-nowrap">"Weaver Lane"</strong>.
    </li>
    <li>A minus leaves out what has the word: <strong class="os-nowrap">bins -garden</strong>.</li>
    <li>A number finds its enquiry: <strong>ME-2026-000123</strong>, or only <strong>123</strong>.</li>
    <li>The name of a member, of whoever deals with it, or of a ward is found too.</li>
  </ul>`,
})

function results(it: SearchView): Html {
  const { findings } = it
  if (findings.found.length === 0) return nothingThere(it)
  return html`${insteadWords(it)}
    <p class="govuk-body" role="status">${countWords(it)}</p>
    <ul class="os-found">
      ${findings.found.map(one => foundItem(one, it.officer))}
    </ul>
    ${paging(it)}`
}

const insteadWords = ({ narrowing, findings }: SearchView): Html =>
  findings.instead === undefined
    ? nothing
    : insetText({
        html: html`Nothing has “<bdi>${narrowing.q}</bdi>”. These have “<a
            class="govuk-link"
            href="${addressWith(narrowing, { q: findings.instead })}"
            ><bdi>${findings.instead}</bdi></a
          >”.`,
      })

const countWords = ({ findings: { total, isMore } }: SearchView): string =>
  `${isMore ? 'More than ' : ''}${counted(total, 'enquiry', 'enquiries')}, those with the words in their subject first`

function foundItem({ line, subject, passage, inNote }: FoundEnquiry, officer: boolean): Html {
  const address = `/enquiries/${line.reference}${officer ? '' : '/track'}`
  return html`<li class="os-found__item">
    <h2 class="os-found__subject">
      <a class="govuk-link" href="${address}" dir="auto">${pieces(subject)}</a>
    </h2>
    <p class="os-found__facts">
      <span class="os-reference">${line.reference}</span> ${tagOfStatus(line.status)}
      <span>
        <bdi>${line.memberName}</bdi>,
        ${inWords(line.receivedOn)}${line.topicName && html`, ${line.topicName}`}${line.holderName &&
        html`, with <bdi>${line.holderName}</bdi>`}
      </span>
    </p>
    ${passage &&
    html`<p class="os-found__passage" dir="auto">
      ${inNote && html`<strong>In an internal note:</strong> `}${pieces(passage)}
    </p>`}
  </li>`
}

const pieces = (all: readonly Piece[]): Html[] =>
  all.map(({ text, marked }) => (marked ? html`<mark>${text}</mark>` : html`${text}`))

const paging = ({ narrowing, findings: { next } }: SearchView): Html | false =>
  (next !== undefined || narrowing.after !== undefined) &&
  pagination({
    landmarkLabel: 'Pages of what was found',
    ...(narrowing.after && { previous: { text: 'First page', href: addressWith(narrowing) } }),
    ...(next && { next: { href: addressWith(narrowing, { after: next }) } }),
  })

const nothingThere = ({ narrowing }: SearchView): Html =>
  emptyState({
    heading: { text: 'Nothing found' },
    text: isNarrowed(narrowing)
      ? 'Nothing that you may see has these words and fits what narrows the search.'
      : 'Nothing that you may see has all these words. Try fewer of them, or another word for the same.',
    ...(isNarrowed(narrowing) && {
      action: html`<a class="govuk-link" href="${addressWith({ q: narrowing.q })}">Search everything you may see</a>`,
    }),
  })
