import type { Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import { formOf } from '#platform/http/form.ts'
import type { Asked } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { dayBoxes } from '#platform/http/typed-day.ts'
import { button } from '#platform/views/components/button.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import { choose, fieldsOf, wholeForm, type Filled } from '../fields.ts'
import { periodWords } from '../words.ts'
import { absencesFrom, peopleToCover, peopleToTellOf, type Absence, type Choice } from './absence.sql.ts'
import { changeAbsence, comeBack, readAbsence, tellAbsence } from './tell-absence.ts'

export const absencesPage = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const form = formOf({ person: asked.viewer.person ?? '', ...dayBoxes('from', asked.now.today) })
    return page(await absences(tx, asked, { form }))
  })

export const tellTypedAbsence = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const [people, covers] = await Promise.all([peopleToTellOf(tx), peopleToCover(tx, asked.now.today)])
    const read = readAbsence(
      asked.form,
      people.map(it => it.id),
      covers.map(it => it.id),
    )
    const told = read.ok ? await tellAbsence(tx, read.value, { actor: asked.viewer.person, now: asked.now }) : read
    if (!told.ok) return pageAgain(await absences(tx, asked, { form: asked.form, refusal: told.refusal }))
    return redirect('/mailboxes/absences', 'Absence noted')
  })

export const endOfAbsence = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const absence = await theirs(tx, asked)
    if (!absence) return missing
    await comeBack(tx, absence, { actor: asked.viewer.person, now: asked.now })
    return redirect('/mailboxes/absences', `${absence.name} is back`)
  })

export const changeAbsenceForm = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const absence = await theirs(tx, asked)
    if (!absence) return missing
    const { personId, coverId, fromOn, untilOn } = absence
    const form = formOf({
      person: personId,
      cover: coverId ?? '',
      ...dayBoxes('from', fromOn),
      ...dayBoxes('until', untilOn),
    })
    return page(await changing(tx, asked, absence, { form }))
  })

export const changeTypedAbsence = (asked: Asked): Promise<Answer> =>
  asked.transact(async tx => {
    const absence = await theirs(tx, asked)
    if (!absence) return missing
    const covers = await peopleToCover(tx, asked.now.today)
    const typed = formOf({ ...asked.form.typed, person: absence.personId })
    const read = readAbsence(
      typed,
      [absence.personId],
      covers.map(it => it.id),
    )
    const changed = read.ok
      ? await changeAbsence(tx, absence.id, read.value, { actor: asked.viewer.person, now: asked.now })
      : read
    if (!changed.ok) return pageAgain(await changing(tx, asked, absence, { form: typed, refusal: changed.refusal }))
    return redirect('/mailboxes/absences', 'Absence changed')
  })

const theirs = async (tx: Tx, { now, params }: Asked): Promise<Absence | undefined> =>
  (await absencesFrom(tx, now.today)).find(it => it.id === params.id)

async function changing(tx: Tx, asked: Asked, absence: Absence, filled: Filled): Promise<Page> {
  const covers = await peopleToCover(tx, asked.now.today)
  return {
    title: `Change the absence of ${absence.name}`,
    current: '/mailboxes',
    back: { href: '/mailboxes/absences', text: 'Absence and cover' },
    body: wholeForm(
      { asked, action: `/mailboxes/absences/${absence.id}/change`, send: 'Save changes', ids: dayIds, ...filled },
      whenAndCover(
        filled,
        covers.filter(it => it.id !== absence.personId),
      ),
    ),
  }
}

const dayIds = { from: 'from-day', until: 'until-day' }

/** The days, and who stands in. */
function whenAndCover(filled: Filled, covers: readonly Choice[]): Html {
  const { choice, day } = fieldsOf(filled)
  return html`${day('from', 'First day', 'For example, 1 12 2026')}
  ${day('until', 'Last day (optional)', 'Leave empty until further notice')}
  ${choice('cover', 'Who stands in? (optional)', [choose('Nobody in particular'), ...itemsOf(covers)])}`
}

const itemsOf = (all: readonly Choice[]) => all.map(it => ({ value: it.id, text: it.name }))

async function absences(tx: Tx, asked: Asked, filled: Filled): Promise<Page> {
  const [list, people, covers] = await Promise.all([
    absencesFrom(tx, asked.now.today),
    peopleToTellOf(tx),
    peopleToCover(tx, asked.now.today),
  ])
  const { choice } = fieldsOf(filled)
  return {
    title: 'Absence and cover',
    wide: true,
    current: '/mailboxes',
    back: { href: '/mailboxes' },
    body: html`<p class="govuk-body">
        New work goes past whoever is away. Whoever stands in may act on what they hold, and is offered it on the first
        day, as the mailbox owner is.
      </p>
      ${listed(asked, list)}
      <h2 class="govuk-heading-m">Tell of an absence</h2>
      ${wholeForm(
        {
          asked,
          action: '/mailboxes/absences',
          send: 'Note this absence',
          ids: dayIds,
          ...filled,
        },
        html`${choice('person', 'Who is away?', [choose('Select a person'), ...itemsOf(people)])}
        ${whenAndCover(filled, covers)}`,
      )}`,
  }
}

function listed(asked: Asked, list: readonly Absence[]): Html {
  if (list.length === 0)
    return emptyState({ heading: { text: 'Nobody is away' }, text: 'Nor has anybody told of an absence to come.' })
  const columns = [{ text: 'Who' }, { text: 'When' }, { text: 'Stands in' }, { text: 'Change', hidden: true }]
  const back = (it: Absence) => html`<form method="post" action="/mailboxes/absences/${it.id}">
    ${csrfField(asked.csrf)}
    ${button({
      html: html`${it.fromOn > asked.now.today ? 'Will not be away' : 'Is back'}<span class="govuk-visually-hidden"
          >: ${it.name}</span
        >`,
      classes: 'govuk-button--secondary govuk-!-margin-bottom-0',
    })}
  </form>`
  const rows = list.map(it => ({
    cells: [
      { text: it.name },
      { text: periodWords(it.fromOn, it.untilOn) },
      { text: it.coverName ?? 'Nobody in particular' },
      {
        html: html`<p class="govuk-body govuk-!-margin-bottom-2">
            <a class="govuk-link" href="/mailboxes/absences/${it.id}/change"
              >Change<span class="govuk-visually-hidden"> the absence of ${it.name}</span></a
            >
          </p>
          ${it.fromOn <= asked.now.today &&
          mayDo(asked.viewer, 'enquiries.bulk') &&
          html`<p class="govuk-body govuk-!-margin-bottom-2">
            <a class="govuk-link" href="/enquiries/cover/${it.id}"
              >Hand over their work<span class="govuk-visually-hidden">: ${it.name}</span></a
            >
          </p>`}
          ${back(it)}`,
      },
    ],
  }))
  return workList({ caption: 'Absences now and to come', columns, rows })
}
