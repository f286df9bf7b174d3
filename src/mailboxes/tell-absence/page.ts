import type { Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import { formOf } from '#platform/http/form.ts'
import type { Asked } from '#platform/http/route.ts'
import { dayBoxes } from '#platform/http/typed-day.ts'
import { button } from '#platform/views/components/button.ts'
import { emptyState } from '#platform/views/components/empty-state.ts'
import { csrfField } from '#platform/views/components/form.ts'
import { workList } from '#platform/views/components/work-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import { choose, fieldsOf, wholeForm, type Filled } from '../fields.ts'
import { periodWords } from '../words.ts'
import { absencesFrom, peopleToCover, peopleToTellOf, type Absence } from './absence.sql.ts'
import { comeBack, readAbsence, tellAbsence } from './tell-absence.ts'

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
    const absence = (await absencesFrom(tx, asked.now.today)).find(it => it.id === asked.params.id)
    if (!absence) return missing
    await comeBack(tx, absence, { actor: asked.viewer.person, now: asked.now })
    return redirect('/mailboxes/absences', `${absence.name} is back`)
  })

async function absences(tx: Tx, asked: Asked, filled: Filled): Promise<Page> {
  const [list, people, covers] = await Promise.all([
    absencesFrom(tx, asked.now.today),
    peopleToTellOf(tx),
    peopleToCover(tx, asked.now.today),
  ])
  const { choice, day } = fieldsOf(filled)
  const items = (all: typeof people) => all.map(it => ({ value: it.id, text: it.name }))
  return {
    title: 'Absence and cover',
    current: '/mailboxes',
    back: { href: '/mailboxes' },
    body: html`<p class="govuk-body">
        New work goes past whoever is away. What they hold stays with them unless it is reassigned.
      </p>
      ${listed(asked, list)}
      <h2 class="govuk-heading-m">Tell of an absence</h2>
      ${wholeForm(
        {
          asked,
          action: '/mailboxes/absences',
          send: 'Note this absence',
          ids: { from: 'from-day', until: 'until-day' },
          ...filled,
        },
        html`${choice('person', 'Who is away?', [choose('Select a person'), ...items(people)])}
        ${day('from', 'First day', 'For example, 1 12 2026')}
        ${day('until', 'Last day (optional)', 'Leave empty until further notice')}
        ${choice('cover', 'Who stands in? (optional)', [choose('Nobody in particular'), ...items(covers)])}`,
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
      { html: back(it) },
    ],
  }))
  return workList({ caption: 'Absences now and to come', columns, rows })
}
