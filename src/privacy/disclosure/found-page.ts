import { instantInWords } from '#kernel/day.ts'
import { counted, shortened } from '#kernel/text.ts'
import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { select } from '#platform/views/components/select.ts'
import { tag } from '#platform/views/components/tag.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import { knownByWords, sightingsIn, soughtOf } from '../request/sought.ts'
import { referenceOf } from './acts.ts'
import type { Read } from './contents.ts'
import { isOpen, leftOutReasons, type Disclosure } from './disclosure.ts'
import { sources, type Item, type Source } from './item.ts'
import { addressOf } from './overview-page.ts'

export const perPage = 20

export type Found = {
  readonly it: Disclosure
  readonly csrf: string
  readonly source: Source
  readonly items: readonly { readonly item: Item; readonly read: Read | undefined }[]
  readonly all: number
  readonly from: number
  readonly refusal?: Refusal | undefined
}

/** What was found in one kind of place, with the words around it, to be included or left out. */
export function foundPage(o: Found): Page {
  const { it, source, items, all, from, refusal } = o
  const here = `${addressOf(it)}/found?source=${source}`
  return {
    title: sources[source],
    current: '/privacy/desk',
    back: { href: addressOf(it), text: referenceOf(it) },
    invalid: Boolean(refusal),
    body: html`${errorSummaryFor(refusal, { items: 'item-1' })}
      <p class="govuk-body">
        ${all === 0 ? 'Nothing here that you see.' : `${counted(all, 'item')}, ${from + 1} to ${from + items.length}.`}
      </p>
      <form method="post" action="${here}&amp;from=${from}" novalidate>
        ${csrfField(o.csrf)}
        <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
          ${items.map(({ item, read }, at) => one(it, item, read, at + 1))}
        </div>
        ${isOpen(it) && items.length > 0 && decide(refusal)}
      </form>
      <p class="govuk-body">
        ${from > 0 && html`<a class="govuk-link" href="${here}&amp;from=${Math.max(0, from - perPage)}">Previous</a>`}
        ${from + items.length < all && html`<a class="govuk-link" href="${here}&amp;from=${from + perPage}">Next</a>`}
      </p>`,
  }
}

const decide = (refusal: Refusal | undefined): Html =>
  html`<div class="govuk-button-group">
      ${button({ text: 'Include the selected', name: 'decision', value: 'in', preventDoubleClick: true })}
    </div>
    ${select({
      name: 'reason',
      label: { text: 'Or leave them out, because' },
      items: [
        { value: '', text: 'Select why' },
        ...Object.entries(leftOutReasons).map(([value, text]) => ({ value, text })),
      ],
      errorMessage: errorFor(refusal, 'reason'),
    })}
    ${button({
      text: 'Leave out the selected',
      name: 'decision',
      value: 'out',
      classes: 'govuk-button--secondary',
      preventDoubleClick: true,
    })}`

function one(it: Disclosure, item: Item, read: Read | undefined, number: number): Html {
  const id = `item-${number}`
  const title = read
    ? [read.reference, shortened(read.title, 80)].filter(Boolean).join(', ')
    : 'Something you may not open'
  return html`<div class="govuk-checkboxes__item govuk-!-margin-bottom-4">
    <input class="govuk-checkboxes__input" type="checkbox" id="${id}" name="item" value="${item.id}" />
    <label class="govuk-label govuk-checkboxes__label govuk-!-font-weight-bold" for="${id}"><bdi>${title}</bdi></label>
    <div class="govuk-hint govuk-checkboxes__hint">
      ${instantInWords(item.at)}${item.knownBy.length > 0 &&
      `, found by ${item.knownBy.map(by => knownByWords[by]).join(', ')}`}
      ${decidedTag(item)}
      ${read &&
      html`<span class="govuk-!-display-block" dir="auto">${context(it, read)}</span>
        <a class="govuk-link" href="${addressOf(it)}/items/${item.id}"
          >Look at it and take words out<span class="govuk-visually-hidden"> of ${title}</span></a
        >`}
    </div>
  </div>`
}

function decidedTag({ decision, removed }: Item): Html {
  if (decision === 'out') return tag({ text: 'Left out', classes: 'govuk-tag--grey' })
  if (decision !== 'in') return nothing
  return tag({
    text: removed.length > 0 ? `Included, ${counted(removed.length, 'passage')} out` : 'Included',
    classes: 'govuk-tag--green',
  })
}

/** The words around where somebody was recognised first, marked. */
function context({ about, kind }: Disclosure, { text, unreadable }: Read): Html {
  if (unreadable) return html`It has words that nobody can get at: open it where it stands.`
  const [first] = kind === 'request' ? sightingsIn(text, soughtOf(about)) : []
  if (!first) return html`${shortened(text, 160)}`
  const [before, after] = [text.slice(Math.max(0, first.from - 80), first.from), text.slice(first.to, first.to + 80)]
  return html`${before}<mark>${text.slice(first.from, first.to)}</mark>${after}`
}
