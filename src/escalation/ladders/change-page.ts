import { record } from '#audit/door.ts'
import { inWords, type Day } from '#kernel/day.ts'
import { allow, refuse, refuseAll, type Refusal, type Result } from '#kernel/result.ts'
import { services } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import { formOf, type Form } from '#platform/http/form.ts'
import type { Asked } from '#platform/http/route.ts'
import { dayBoxes, typedDay } from '#platform/http/typed-day.ts'
import { button } from '#platform/views/components/button.ts'
import { checkboxes } from '#platform/views/components/checkboxes.ts'
import { dateInput } from '#platform/views/components/date-input.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { html, type Html } from '#platform/views/html.ts'
import { laddersInForce } from '../in-force.ts'
import { saveLadder, type NewLadder } from '../ladder.sql.ts'
import { limits, noLadder, steps, type Ladder, type StepName } from '../ladder.ts'
import { stepWords } from './words.ts'

/** Whose ladder it is: the council's own, or a service's. */
type Whose = { readonly id: string | null; readonly key: string; readonly name: string }

export const ladderForm = (asked: Asked): Promise<Answer> =>
  withWhose(asked, async (tx, whose) => {
    const ladder = (await laddersInForce(tx, asked.now.today)).ofService(whose.id)
    const numbers = Object.fromEntries(steps.map(step => [step, String(ladder[step])]))
    return page(formPage(asked, whose, formOf({ ...numbers, ...dayBoxes('fromOn', asked.now.today) })))
  })

export const changeLadder = (asked: Asked): Promise<Answer> =>
  withWhose(asked, async (tx, whose) => {
    const { form, now, viewer } = asked
    const council = (await laddersInForce(tx, now.today)).ofService(null)
    const read = ladderIn(form, whose, council, now.today)
    if (!read.ok) return pageAgain(formPage(asked, whose, form, read.refusal))
    await saveLadder(tx, read.value, viewer.person, now.at)
    const { serviceId: _service, ...details } = read.value
    await record(tx, {
      at: now.at,
      actor: viewer.person,
      act: 'escalation.ladder-changed',
      subject: { kind: 'ladder', id: whose.id ?? 'council', reference: whose.key },
      details,
    })
    return redirect('/escalation', `The ladder of ${whose.name} holds from ${inWords(read.value.fromOn)}`)
  })

const withWhose = (asked: Asked, then: (tx: Tx, whose: Whose) => Promise<Answer>): Promise<Answer> =>
  asked.transact(async tx => {
    const { service = '' } = asked.params
    if (service === 'council') return then(tx, { id: null, key: 'council', name: 'the council' })
    const found = (await services(tx)).find(it => it.key === service)
    return found ? then(tx, found) : missing
  })

/** What was typed as a ladder. It cannot hold from a day that has passed: what climbed then climbed by another. */
function ladderIn(form: Form, whose: Whose, council: Ladder, today: Day): Result<NewLadder> {
  const asCouncil = whose.id !== null && form.text('asCouncil') === 'yes'
  const typed = asCouncil ? numbersOf(council) : numbersIn(form)
  const fromOn = typedDay(form, 'fromOn', 'Day from which it holds')
  const past = fromOn.ok && fromOn.value < today && refuse('past', 'Enter today or a later day', 'fromOn')
  const wrong = [noLadder(typed), fromOn.ok ? past : fromOn].flatMap(it =>
    it && !it.ok ? [it.refusal, ...(it.refusal.also ?? [])] : [],
  )
  if (wrong.length > 0 || !fromOn.ok) return refuseAll(wrong)!
  return allow({ ...(typed as Ladder), serviceId: whose.id, fromOn: fromOn.value, asCouncil })
}

const numbersIn = (form: Form): Partial<Ladder> =>
  Object.fromEntries(steps.map(step => [step, /^\d{1,2}$/.test(form.text(step)) ? Number(form.text(step)) : undefined]))

const numbersOf = (ladder: Ladder): Ladder => Object.fromEntries(steps.map(step => [step, ladder[step]])) as Ladder

function formPage({ csrf }: Asked, whose: Whose, form: Form, refusal?: Refusal): Page {
  const back = '/escalation'
  return {
    title: `Change the ladder of ${whose.name}`,
    current: back,
    back: { href: back, text: 'How late work climbs' },
    body: html`${errorSummaryFor(refusal, { fromOn: 'fromOn-day' })}
      <p class="govuk-body">
        A step can come sooner or later within its limits. None can be left out, and what has climbed already does not
        climb again.
      </p>
      <form method="post" action="/escalation/ladders/${whose.key}" novalidate>
        ${csrfField(csrf)}
        ${whose.id !== null &&
        checkboxes({
          name: 'asCouncil',
          values: form.texts('asCouncil'),
          items: [
            {
              value: 'yes',
              text: 'Climb as the council does',
              hint: { text: 'The numbers below are then not used' },
            },
          ],
        })}
        ${steps.map(step => stepField(step, form, refusal))}
        ${dateInput({
          id: 'fromOn',
          namePrefix: 'fromOn',
          fieldset: { legend: { text: 'From which day does it hold?' } },
          values: form.typed,
          errorMessage: errorFor(refusal, 'fromOn'),
        })}
        <div class="govuk-button-group">
          ${button({ text: 'Save the ladder', preventDoubleClick: true })}
          <a class="govuk-link" href="${back}">Cancel</a>
        </div>
      </form>`,
  }
}

const stepField = (step: StepName, form: Form, refusal: Refusal | undefined): Html =>
  textInput({
    name: step,
    id: step,
    label: { text: stepWords[step].label },
    hint: { text: `${stepWords[step].hint}, from ${limits[step].least} to ${limits[step].most}` },
    value: form.text(step),
    inputmode: 'numeric',
    classes: 'govuk-input--width-2',
    errorMessage: errorFor(refusal, step),
  })
