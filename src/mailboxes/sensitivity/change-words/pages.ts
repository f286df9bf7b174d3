import { instantInWords } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import { counted } from '#kernel/text.ts'
import type { Page } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import { button } from '#platform/views/components/button.ts'
import { details } from '#platform/views/components/details.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { insetText } from '#platform/views/components/inset-text.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html, type Html } from '#platform/views/html.ts'
import { countsAs, listNames, type ListName, type WordLists } from '../word-lists.ts'
import type { WordChange } from './sensitive-word.sql.ts'

export const wordsPath = '/mailboxes/sensitive-words'

/** Every list, with how many words it has. */
export const listsPage = (words: WordLists): Page => ({
  title: 'Words of sensitive matters',
  current: '/mailboxes',
  back: { href: '/mailboxes', text: 'Who answers for what' },
  body: html`<p class="govuk-body-l">
      What people write is looked through for these words before it is sent. Where they stand, the restricted way is
      offered. Numbers such as NHS numbers are known by themselves.
    </p>
    <ul class="govuk-list os-rows">
      ${listNames.map(
        it =>
          html`<li class="govuk-!-margin-bottom-3">
            <a class="govuk-link govuk-!-font-weight-bold" href="${wordsPath}/${it}">${countsAs(it).title}</a
            ><br /><span class="os-quiet">${counted(words[it].length, 'word')}. ${countsAs(it).hint}.</span>
          </li>`,
      )}
    </ul>`,
})

export type ListView = {
  readonly asked: Asked
  readonly list: ListName
  readonly words: readonly string[]
  readonly changes: readonly WordChange[]
  readonly names: ReadonlyMap<string, string>
  readonly refusal?: Refusal
}

/** One list: its words, what to add and take out, and who changed what. */
export function listPage(it: ListView): Page {
  const { list, words, refusal } = it
  return {
    title: countsAs(list).title,
    current: '/mailboxes',
    back: { href: wordsPath, text: 'Words of sensitive matters' },
    invalid: refusal !== undefined,
    body: html`${errorSummaryFor(refusal)}
      <p class="govuk-body-l">${countsAs(list).hint}.</p>
      ${addForm(it)} ${takeOutForm(it)}
      <h2 class="govuk-heading-m">${counted(words.length, 'word')}</h2>
      ${words.length > 0
        ? details({ summaryText: 'Show all words', html: html`<p class="govuk-body">${words.join(', ')}</p>` })
        : insetText({ text: 'There are none.' })}
      ${history(it)}`,
  }
}

const addForm = ({ asked, list, refusal }: ListView): Html => html`
  <form method="post" action="${wordsPath}/${list}/add" novalidate>
    ${csrfField(asked.csrf)}
    ${textInput({
      name: 'phrase',
      label: { text: 'Add a word or phrase', classes: 'govuk-label--s' },
      hint: { text: 'One to six words. Plurals and other forms count by themselves. For example, night shelter' },
      classes: 'govuk-input--width-20',
      autocomplete: 'off',
      value: asked.form.text('phrase'),
      errorMessage: errorFor(refusal, 'phrase'),
    })}
    ${button({ text: 'Add', preventDoubleClick: true })}
  </form>
`

const takeOutForm = ({ asked, list, words, refusal }: ListView): Html => html`
  <form method="post" action="${wordsPath}/${list}/take-out" novalidate>
    ${csrfField(asked.csrf)}
    ${textInput({
      name: 'out',
      label: { text: 'Take out a word or phrase', classes: 'govuk-label--s' },
      hint: { text: 'It counts no longer, from now on' },
      classes: 'govuk-input--width-20',
      autocomplete: 'off',
      value: asked.form.text('out'),
      attributes: { list: 'words' },
      errorMessage: errorFor(refusal, 'out'),
    })}
    <datalist id="words">${words.map(it => html`<option value="${it}"></option>`)}</datalist>
    ${button({ text: 'Take out', classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>
`

const history = ({ changes, names }: ListView): Html => html`
  <h2 class="govuk-heading-m">Changes</h2>
  ${changes.length === 0 && insetText({ text: 'Nobody has changed this list. It is as the program brings it.' })}
  <ul class="govuk-list">
    ${changes.map(
      it =>
        html`<li>
          “${it.phrase}” ${it.added ? 'added' : 'taken out'} by <bdi>${nameOf(it.changedBy, names)}</bdi>,
          ${instantInWords(it.changedAt)}${it.endedAt &&
          html`; ${it.added ? 'taken out' : 'put back'} by <bdi>${nameOf(it.endedBy, names)}</bdi>,
            ${instantInWords(it.endedAt)}`}
        </li>`,
    )}
  </ul>
`

const nameOf = (id: string | null, names: ListView['names']): string =>
  (id && names.get(id)) || (id ? 'somebody who has left' : 'One Stop')
