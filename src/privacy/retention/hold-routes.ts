import { record } from '#audit/door.ts'
import { refuse, refuseAll, type Refusal } from '#kernel/result.ts'
import { inTransaction } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, turnBack, type Answer, type Page } from '#platform/http/answer.ts'
import { emptyForm, type Form } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { typedDay } from '#platform/http/typed-day.ts'
import { button } from '#platform/views/components/button.ts'
import { dateInput } from '#platform/views/components/date-input.ts'
import { csrfField, errorFor, errorSummaryFor } from '#platform/views/components/form.ts'
import { radios } from '#platform/views/components/radios.ts'
import { textInput } from '#platform/views/components/text-input.ts'
import { textarea } from '#platform/views/components/textarea.ts'
import { html } from '#platform/views/html.ts'
import { insertHold, liftHold, standingHolds, subjectCalled, type Hold } from './hold.sql.ts'
import { retentionPath } from './pages.ts'

const may = 'privacy.keep'

export const holdRoutes: readonly Route[] = [
  { method: 'GET', path: `${retentionPath}/hold`, may, handle: asked => page(placePage(asked, emptyForm)) },
  { method: 'POST', path: `${retentionPath}/hold`, may, handle: place },
  { method: 'GET', path: `${retentionPath}/holds/:id`, may, handle: askToLift },
  { method: 'POST', path: `${retentionPath}/holds/:id`, may, handle: lift },
]

const abouts = {
  enquiry: { text: 'One enquiry', hint: 'Its reference, like ME-2026-000123' },
  person: { text: 'A person', hint: 'Their email address: everything they raised, hold or held is kept' },
  topic: { text: 'A topic', hint: 'Its name: every enquiry about it is kept' },
} as const

/** Placed as the house, which finds restricted ones too: a hold must not depend on what the officer may read. */
async function place(asked: Asked): Promise<Answer> {
  const { form, now, viewer } = asked
  const about = Object.hasOwn(abouts, form.text('about')) ? (form.text('about') as Hold['about']) : undefined
  const reviewOn = typedDay(form, 'reviewOn', 'Day to review it')
  return inTransaction(asked.db, 'system', async tx => {
    const subject = about && form.text('called') ? await subjectCalled(tx, about, form.text('called')) : undefined
    const wrong = [
      about ? undefined : refuse('about', 'Select what is held', 'about'),
      !about || subject ? undefined : refuse('called', `Enter ${called[about]} that One Stop knows`, 'called'),
      form.text('reason') ? undefined : refuse('reason', 'Enter the reason', 'reason'),
      reviewOn.ok && reviewOn.value <= now.today ? refuse('past', 'Enter a day after today', 'reviewOn') : reviewOn,
    ].flatMap(it => (it && !it.ok ? [it.refusal] : []))
    if (!about || !subject || !reviewOn.ok || wrong.length > 0)
      return pageAgain(placePage(asked, form, refuseAll(wrong)?.refusal))
    const id = await insertHold(tx, {
      about,
      subjectId: subject.id,
      called: subject.called,
      reason: form.text('reason'),
      reviewOn: reviewOn.value,
      placedBy: viewer.person!,
      placedAt: now.at,
    })
    const details = { about, of: subject.id, reviewOn: reviewOn.value }
    await record(tx, {
      at: now.at,
      actor: viewer.person,
      act: 'privacy.hold-placed',
      subject: { kind: 'hold', id },
      details,
    })
    return redirect(retentionPath, `${subject.called} is held: nothing of it is erased`)
  })
}

const called = {
  enquiry: 'the reference of an enquiry',
  person: 'the email address of a person',
  topic: 'the name of a topic',
}

async function askToLift(asked: Asked): Promise<Answer> {
  const hold = (await asked.transact(standingHolds)).find(it => it.id === asked.params.id)
  return hold ? page(liftPage(asked, hold, emptyForm)) : missing
}

async function lift(asked: Asked): Promise<Answer> {
  const { form, now, viewer } = asked
  return inTransaction(asked.db, 'system', async tx => {
    const hold = (await standingHolds(tx)).find(it => it.id === asked.params.id)
    if (!hold) return missing
    const because = form.text('reason')
    const refused = refuse('reason', 'Enter why it is no longer needed', 'reason')
    if (!because) return pageAgain(liftPage(asked, hold, form, refused.refusal))
    if (!(await liftHold(tx, hold.id, viewer.person!, because, now.at)))
      return turnBack(retentionPath, 'Somebody lifted this hold meanwhile')
    const subject = { kind: 'hold', id: hold.id }
    await record(tx, { at: now.at, actor: viewer.person, act: 'privacy.hold-lifted', subject })
    return redirect(retentionPath, `The hold on ${hold.called} is lifted`)
  })
}

const placePage = (asked: Asked, form: Form, refusal?: Refusal): Page => ({
  title: 'Place a legal hold',
  current: '/privacy/desk',
  back: { href: retentionPath, text: 'How long things are kept' },
  body: html`${errorSummaryFor(refusal, { reviewOn: 'reviewOn-day' })}
    <p class="govuk-body">While a hold stands, nothing of what it names is erased, whatever the schedule says.</p>
    <form method="post" action="${retentionPath}/hold" novalidate>
      ${csrfField(asked.csrf)}
      ${radios({
        idPrefix: 'about',
        name: 'about',
        value: form.text('about'),
        fieldset: { legend: { text: 'What is held?' } },
        errorMessage: errorFor(refusal, 'about'),
        items: Object.entries(abouts).map(([value, { text, hint }]) => ({ value, text, hint: { text: hint } })),
      })}
      ${textInput({
        id: 'called',
        name: 'called',
        value: form.text('called'),
        label: { text: 'Reference, email address or topic' },
        errorMessage: errorFor(refusal, 'called'),
      })}
      ${textarea({
        id: 'reason',
        name: 'reason',
        value: form.text('reason'),
        rows: 3,
        label: { text: 'Why is it held?' },
        hint: { text: 'For example, a claim, an inquiry or an investigation, with its number' },
        errorMessage: errorFor(refusal, 'reason'),
      })}
      ${dateInput({
        id: 'reviewOn',
        namePrefix: 'reviewOn',
        fieldset: { legend: { text: 'When is it looked at again?' } },
        values: form.typed,
        errorMessage: errorFor(refusal, 'reviewOn'),
      })}
      <div class="govuk-button-group">
        ${button({ text: 'Place the hold', preventDoubleClick: true })}
        <a class="govuk-link" href="${retentionPath}">Cancel</a>
      </div>
    </form>`,
})

const liftPage = (asked: Asked, hold: Hold, form: Form, refusal?: Refusal): Page => ({
  title: `Lift the hold on ${hold.called}`,
  current: '/privacy/desk',
  back: { href: retentionPath, text: 'How long things are kept' },
  body: html`${errorSummaryFor(refusal)}
    <p class="govuk-body">It is held because: ${hold.reason}</p>
    <form method="post" action="${retentionPath}/holds/${hold.id}" novalidate>
      ${csrfField(asked.csrf)}
      ${textarea({
        id: 'reason',
        name: 'reason',
        value: form.text('reason'),
        rows: 3,
        label: { text: 'Why is it no longer needed?' },
        errorMessage: errorFor(refusal, 'reason'),
      })}
      <div class="govuk-button-group">
        ${button({ text: 'Lift the hold', preventDoubleClick: true })}
        <a class="govuk-link" href="${retentionPath}">Cancel</a>
      </div>
    </form>`,
})
