import { instantInWords } from '#kernel/day.ts'
import { shortened } from '#kernel/text.ts'
import type { Refusal } from '#kernel/result.ts'
import type { Page } from '#platform/http/answer.ts'
import { button } from '#platform/views/components/button.ts'
import { checkboxes } from '#platform/views/components/checkboxes.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { radios } from '#platform/views/components/radios.ts'
import { select } from '#platform/views/components/select.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import type { Read } from './contents.ts'
import { isOpen, type Disclosure } from './disclosure.ts'
import { forms, type Item } from './item.ts'
import { addressOf } from './overview-page.ts'
import { removalReasons, withoutStretches, type Stretch } from './removed.ts'
import type { Suggestion } from './suggest.ts'

export type ItemShown = {
  readonly it: Disclosure
  readonly item: Item
  readonly read: Read
  readonly csrf: string
  readonly suggestions: readonly Suggestion[]
  readonly typed: string
  readonly refusal?: Refusal | undefined
}

/** One item: its words as they will be given, what may have to go, and words of one’s own to take out. */
export function itemPage(o: ItemShown): Page {
  const { it, item, read, csrf, refusal } = o
  const isPicture = read.file?.type.startsWith('image/')
  return {
    title: shortened(read.title, 80) || 'Item',
    current: '/privacy/desk',
    back: { href: `${addressOf(it)}/found?source=${item.source}`, text: 'Back to what was found' },
    invalid: Boolean(refusal),
    body: html`${errorSummaryFor(refusal)}
      <p class="govuk-body">${[read.reference, instantInWords(read.at)].filter(Boolean).join(', ')}</p>
      <h2 class="govuk-heading-m">How it will be given</h2>
      ${read.unreadable
        ? html`<p class="govuk-body">
            Its words cannot be taken out of the file. Open it in its enquiry; give it whole, or leave it out.
          </p>`
        : html`<div class="govuk-inset-text os-plain-text" dir="auto">
            ${withoutStretches(read.text, item.removed)}
          </div>`}
      ${isOpen(it) &&
      html`<form method="post" action="${addressOf(it)}/items/${item.id}" novalidate>
        ${csrfField(csrf)} ${passages(o)}
        ${textarea({
          name: 'words',
          label: { text: 'Other words to take out' },
          hint: {
            text: 'One name or passage on each line, as it is written. Every place where it stands is taken out',
          },
          rows: 4,
          value: o.typed,
          errorMessage: errorFor(refusal, 'words'),
        })}
        ${select({
          name: 'because',
          label: { text: 'Why these words go' },
          value: it.kind === 'request' ? 'third-party' : 'personal',
          items: Object.entries(removalReasons).map(([value, text]) => ({ value, text })),
        })}
        ${read.file &&
        radios({
          name: 'form',
          fieldset: { legend: { text: 'How does the file go?', classes: 'govuk-fieldset__legend--s' } },
          hint: { text: 'A whole file goes only when nothing is hidden in it' },
          items: Object.entries(forms)
            .filter(([form]) => form !== 'picture' || isPicture)
            .map(([value, text]) => ({ value, text })),
          value: item.form,
          errorMessage: errorFor(refusal, 'form'),
        })}
        ${button({ text: 'Save and include', preventDoubleClick: true })}
      </form>`}`,
  }
}

/** What is out already and what may have to go, each with the words around it. */
function passages({ item, read, suggestions }: ItemShown): Html {
  const all = [
    ...item.removed.map(it => ({ ...it, what: removalReasons[it.because] })),
    ...suggestions.filter(it => !item.removed.some(out => covers(out, it))),
  ]
  if (all.length === 0) return nothing
  return checkboxes({
    name: 'passage',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Passages to take out', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Suggested because they lead to a person or are protected. Select those that must go' },
    values: item.removed.map(valueOf),
    items: all
      .toSorted((a, b) => a.from - b.from)
      .map(it => ({
        value: valueOf(it),
        text: `“${shortened(read.text.slice(it.from, it.to), 80)}”`,
        hint: { text: it.what },
      })),
  })
}

const covers = (a: Stretch, b: Stretch): boolean => a.from <= b.from && b.to <= a.to

export const valueOf = ({ from, to, because }: Stretch): string => `${from}-${to}-${because}`
