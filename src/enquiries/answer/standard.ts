import { mailboxById } from '#mailboxes/door.ts'
import { counted } from '#kernel/text.ts'
import type { Form } from '#platform/http/form.ts'
import { card } from '#platform/views/components/card.ts'
import { html, nothing, type Html } from '#platform/views/html.ts'
import type { Opened } from '../page/open-enquiry.ts'
import type { Question } from '../question.sql.ts'
import { adviceFor, allTyped, type Advice } from './advice.ts'
import { givenPromises } from './promise-fields.ts'
import { typedAnswers } from './question-fields.ts'

/** The standard beside whoever writes (domain, section 8), each line with how far the draft has come. */
export async function standardCard(opened: Opened, typed: Form, questions: readonly Question[]): Promise<Html> {
  const { tx, enquiry } = opened
  const [mailbox, advice] = await Promise.all([
    enquiry.mailboxId ? mailboxById(tx, enquiry.mailboxId) : undefined,
    adviceFor(opened, allTyped(typed)),
  ])
  return card({
    classes: 'os-card--quiet',
    heading: { text: 'A good answer says' },
    html: html`<ul class="os-standard">
        ${pointsOf(typed, questions).map(point)}
      </ul>
      ${advice.length > 0 && adviceList(advice)}
      ${mailbox?.standard
        ? html`<p class="govuk-body os-plain-text"><strong>${mailbox.name}:</strong> ${mailbox.standard}</p>`
        : nothing}`,
  })
}

export type Point = { readonly words: string; readonly so: 'yes' | 'not-yet' | 'open'; readonly note?: string }

/** What the standard asks, and whether it is there: a machine sees the fields, not whether the reason is a good one. */
export function pointsOf(typed: Form, questions: readonly Question[]): Point[] {
  const answered = answeredOf(typed, questions)
  const promises = givenPromises(typed)
  return [
    questions.length === 0
      ? { words: 'the decision or the answer', so: typed.text('text') ? 'yes' : 'not-yet' }
      : {
          words: 'the answer to each question, or why it cannot be answered',
          so: answered === questions.length ? 'yes' : 'not-yet',
          note: `${answered} of ${counted(questions.length, 'question')}`,
        },
    { words: 'the reason', so: 'open' },
    {
      words: 'what happens next, who does it and by when',
      so: promises.length > 0 && promises.every(it => it.words && it.who && it.dueOn) ? 'yes' : 'open',
      ...(promises.length > 0 && { note: counted(promises.length, 'promise') }),
    },
    { words: 'whom to contact', so: typed.text('contact') ? 'yes' : 'not-yet' },
    { words: 'whether it may be shared with the resident', so: typed.text('mayShare') ? 'yes' : 'not-yet' },
  ]
}

const answeredOf = (typed: Form, questions: readonly Question[]): number => {
  const given = new Set(typedAnswers(typed).flatMap(it => (it.answer || it.excuse ? [it.number] : [])))
  return questions.filter(it => given.has(it.number)).length
}

const spoken = { yes: 'There: ', 'not-yet': 'Not yet: ', open: '' } as const

const point = ({ words, so, note }: Point): Html =>
  html`<li class="os-standard__point os-standard__point--${so}">
    <span class="os-standard__sign" aria-hidden="true"></span>
    <span
      ><span class="govuk-visually-hidden">${spoken[so]}</span>${words}${note &&
      html` <span class="os-quiet">(${note})</span>`}</span
    >
  </li>`

/** Advice stands beside the words and never in their way. */
const adviceList = (advice: readonly Advice[]): Html =>
  html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">About your words</h3>
    <ul class="os-advice">
      ${advice.map(it => html`<li class="os-advice__item os-advice__item--${it.kind}">${it.words}.</li>`)}
    </ul>`
