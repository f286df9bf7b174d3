import { inWordsWithWeekday, type Day } from '#kernel/day.ts'
import { card } from '#platform/views/components/card.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Opened } from '../page/open-enquiry.ts'
import { questionsOf, type Question } from '../question.sql.ts'

type Given = {
  readonly text: string
  readonly answers: readonly { readonly number: number; readonly answer: string; readonly excuse: string }[]
  readonly promises: readonly { readonly words: string; readonly who: string; readonly dueOn: Day }[]
}

/** The answer as the member will read it. */
export async function answerPreview({ tx, enquiry, names, asked }: Opened, given: Given): Promise<Html> {
  const questions = (await questionsOf(tx, enquiry.id)).filter(it => it.round === enquiry.round)
  return card({
    heading: { text: 'What the member will get' },
    attributes: { id: 'preview' },
    html: html`<p class="govuk-body">Dear <bdi>${names.member}</bdi>,</p>
      <p class="govuk-body os-plain-text" dir="auto">${given.text}</p>
      ${questions.length > 0 && answered(questions, given)} ${given.promises.length > 0 && promised(given)}
      <p class="govuk-body"><bdi>${asked.viewer.name}</bdi>, ${names.mailbox}</p>`,
  })
}

const answered = (questions: readonly Question[], { answers }: Given): Html =>
  html`<h3 class="govuk-heading-s">Your questions</h3>
    <ol class="govuk-list govuk-list--number">
      ${questions.map(({ number, words }) => {
        const found = answers.find(it => it.number === number)
        const said = found?.answer || found?.excuse
        return html`<li>
          <strong dir="auto">${words}</strong><br />
          ${said ? html`<span class="os-plain-text" dir="auto">${said}</span>` : html`<em>Not answered yet</em>`}
        </li>`
      })}
    </ol>`

const promised = ({ promises }: Given): Html =>
  html`<h3 class="govuk-heading-s">What we will do</h3>
    <ul class="govuk-list govuk-list--bullet">
      ${promises.map(it => html`<li>${it.words}${it.who && ` (${it.who})`}, by ${inWordsWithWeekday(it.dueOn)}</li>`)}
    </ul>`
