import { inWords, type Day } from '#kernel/day.ts'
import { button } from '#platform/views/components/button.ts'
import { card } from '#platform/views/components/card.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { statusTag } from '#platform/views/components/status-tag.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { html, type Html } from '#platform/views/html.ts'
import { mayAct } from '../act.ts'
import { breakPromise } from '../break-promise/break-promise.ts'
import { keepPromise } from '../keep-promise/keep-promise.ts'
import type { PromiseKept } from '../message.sql.ts'
import type { Question } from '../question.sql.ts'
import { addressOf, type Opened } from './open-enquiry.ts'
import type { Whole } from './read-enquiry.ts'

/** The member's numbered questions and what became of each; earlier rounds first. */
export const questionsCard = ({ enquiry }: Opened, { questions }: Whole): Html | false =>
  questions.length > 0 &&
  card({
    heading: { text: 'Questions' },
    html: html`<ol class="govuk-list govuk-list--spaced">
      ${questions.map(it => html`<li>${question(it, enquiry.round > 1)}</li>`)}
    </ol>`,
  })

const question = ({ round, number, words, answer, excuse }: Question, rounds: boolean): Html =>
  html`<strong
      >${rounds ? `Round ${round}, question ${number}: ` : `${number}. `}<span dir="auto">${words}</span></strong
    ><br />
    ${answer && html`<span class="os-plain-text" dir="auto">${answer}</span>`}
    ${excuse && html`<span class="os-quiet">Cannot be answered: <span dir="auto">${excuse}</span></span>`}
    ${!answer && !excuse && html`<span class="os-quiet">Not answered yet</span>`}`

/** What was promised, whether it was kept, and the button that says so. */
export function promisesCard(opened: Opened, { promises }: Whole): Html | false {
  // what an answer that never arrived had promised is nobody's promise
  const made = promises.filter(it => opened.enquiry.promises.some(({ id }) => id === it.id))
  return (
    made.length > 0 &&
    card({
      heading: { text: 'Promises' },
      html: html`<ul class="govuk-list govuk-list--spaced">
        ${made.map(it => html`<li>${promise(opened, it)}</li>`)}
      </ul>`,
    })
  )
}

function promise(opened: Opened, it: PromiseKept): Html {
  const fact = opened.enquiry.promises.find(({ id }) => id === it.id)
  const { keptOn, dueOn = it.dueOn, firstDueOn } = fact ?? {}
  return html`<span dir="auto">${it.words}</span><br />
    <span class="os-quiet"
      >${it.who && html`<bdi>${it.who}</bdi>, `}by
      ${inWords(dueOn)}${firstDueOn && `, first promised for ${inWords(firstDueOn)}`}</span
    >
    ${standing(firstDueOn ?? dueOn, dueOn, keptOn, opened.asked.now.today)}
    ${!keptOn && !fact?.owed && keepButton(opened, it)}`
}

/** Judged by the first date: a later one that the member was told does not make it kept in time. */
function standing(firstOn: Day, dueOn: Day, keptOn: Day | undefined, today: Day): Html {
  if (keptOn)
    return statusTag({
      tone: keptOn > firstOn ? 'soon' : 'done',
      text: `Kept ${inWords(keptOn)}${keptOn > firstOn ? ', late' : ''}`,
    })
  if (firstOn < dueOn && dueOn >= today) return statusTag({ tone: 'soon', text: 'Late, new date told' })
  return dueOn < today ? statusTag({ tone: 'late', text: 'Broken' }) : statusTag({ tone: 'active', text: 'Due' })
}

function keepButton({ enquiry, actor, asked }: Opened, { id, words }: PromiseKept): Html | false {
  if (!mayDo(asked.viewer, keepPromise.may) || !mayAct(enquiry, actor, keepPromise).ok) return false
  return html`<form method="post" action="${addressOf(enquiry)}/keep-promise">
    ${csrfField(asked.csrf)}
    <input type="hidden" name="version" value="${enquiry.version}" />
    <input type="hidden" name="promise" value="${id}" />
    ${button({
      html: html`${keepPromise.label}<span class="govuk-visually-hidden">: ${words}</span>`,
      classes: 'govuk-button--secondary govuk-!-margin-top-2 govuk-!-margin-bottom-0',
      preventDoubleClick: true,
    })}
    <a class="govuk-link govuk-!-margin-left-2" href="${addressOf(enquiry)}/break-promise?promise=${id}"
      >${breakPromise.label}<span class="govuk-visually-hidden">: ${words}</span></a
    >
  </form>`
}
