import { card } from '#platform/views/components/card.ts'
import { fieldset } from '#platform/views/components/fieldset.ts'
import { details } from '#platform/views/components/details.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import type { Form } from '#platform/http/form.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Drawing } from '../page/act-page.ts'
import type { Question } from '../question.sql.ts'

/** Each numbered question with a box for its answer, or for why it cannot be answered. */
export const questionFields = (drawing: Drawing, questions: readonly Question[]): Html =>
  fieldset({
    legend: { text: 'The questions, one by one', classes: 'govuk-fieldset__legend--m' },
    html: html`<p class="govuk-hint">
        Answer each one, or say why it cannot be answered. They are sent below your answer.
      </p>
      ${questions.map(it => questionField(drawing, it))}`,
  })

function questionField({ typed, error }: Drawing, { number, words }: Question): Html {
  const excuse = typed.text(`excuse-${number}`)
  return card({
    html: html` ${textarea({
      name: `answer-${number}`,
      id: `answers-${number}`,
      label: { html: html`${number}. <bdi>${words}</bdi>`, classes: 'govuk-label--s' },
      rows: 3,
      value: typed.text(`answer-${number}`),
      errorMessage: error(`answers-${number}`),
      attributes: { dir: 'auto' },
    })}
    ${details({
      summaryText: 'It cannot be answered',
      open: excuse !== '',
      html: textInput({
        name: `excuse-${number}`,
        label: { text: `Why can question ${number} not be answered?` },
        hint: { text: 'The member reads this in place of an answer' },
        value: excuse,
      }),
    })}`,
  })
}

type TypedAnswer = { number: number; answer: string; excuse: string }

/** What was typed for the numbered questions, however many there are. */
export function typedAnswers(typed: Form): TypedAnswer[] {
  const numbers = Object.keys(typed.typed).flatMap(name => /^(?:answer|excuse)-(\d{1,3})$/.exec(name)?.[1] ?? [])
  return [...new Set(numbers.map(Number))]
    .toSorted((a, b) => a - b)
    .map(number => ({ number, answer: typed.text(`answer-${number}`), excuse: typed.text(`excuse-${number}`) }))
}
