import { addDays, day } from '#kernel/day.ts'
import type { Refusal } from '#kernel/result.ts'
import { permissionsOf, personNames, presentPersons } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, type Answer, type Page } from '#platform/http/answer.ts'
import { emptyForm, type Form } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { typedDay, typedDayOrNone } from '#platform/http/typed-day.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { setting } from '#platform/settings.ts'
import { lastSpan, spanNamed, type Span } from '#reports/door.ts'
import type { ActionEvent } from './action.ts'
import { followed } from './followed.ts'
import { actionPage, actionPath, actionsPage, addActionPage, addDecisionPage, type Choosable } from './pages.ts'
import { recordAction, recordDecision, standingNow, writeBeneath, type Writer } from './record-action.ts'

export const actionRoutes: Route[] = [
  { method: 'GET', path: '/review/actions', may: 'review.see', handle: list },
  { method: 'GET', path: '/review/actions/add', may: 'review.record', handle: addAction },
  { method: 'POST', path: '/review/actions/add', may: 'review.record', handle: addTypedAction },
  { method: 'GET', path: '/review/actions/:number', may: 'review.see', handle: show },
  { method: 'POST', path: '/review/actions/:number', may: 'review.act', handle: write },
  { method: 'GET', path: '/review/decisions/add', may: 'review.record', handle: addDecision },
  { method: 'POST', path: '/review/decisions/add', may: 'review.record', handle: addTypedDecision },
]

const records = ({ viewer }: Asked): boolean => mayDo(viewer, 'review.record')
const writerOf = (asked: Asked): Writer => ({ person: asked.viewer.person, records: records(asked), now: asked.now })

/** The review that is held now: of the last month that is over. */
export const reviewNow = async (tx: Tx, { now }: Asked): Promise<Span> =>
  lastSpan('month', now.today, await setting(tx, 'reports.year-begins-month'))

/** Whom something may be asked of: officers who follow actions. */
const choosable = async (tx: Tx): Promise<Choosable> =>
  (await presentPersons(tx)).filter(it => permissionsOf(it.roles).has('review.act'))

async function list(asked: Asked): Promise<Answer> {
  const all = await asked.transact(tx => followed(tx, asked.now, addDays(asked.now.today, -365)))
  const isOpen = ({ standing }: (typeof all)[number]) => standing.endedOn === null
  const open = all.filter(isOpen).sort((a, b) => (a.standing.dueOn < b.standing.dueOn ? -1 : 1))
  return page(actionsPage({ open, ended: all.filter(it => !isOpen(it)), records: records(asked) }))
}

function addAction(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => page(await addActionForm(tx, asked, emptyForm)))
}

async function addActionForm(tx: Tx, asked: Asked, form: Form, refusal?: Refusal): Promise<Page> {
  const [people, span] = await Promise.all([choosable(tx), reviewNow(tx, asked)])
  return addActionPage({ csrf: asked.csrf, form, refusal }, people, span.label)
}

function addTypedAction(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => {
    const { form } = asked
    const due = typedDay(form, 'dueOn', 'Date')
    const span = await reviewNow(tx, asked)
    // a date that is none is told together with whatever else is missing: before any real one
    const dueOn = due.ok ? due.value : day('0001-01-01')
    const given = { review: span.key, what: form.text('what'), responsibleId: form.text('responsible'), dueOn }
    const done = await recordAction(tx, writerOf(asked), given)
    if (!done.ok)
      return pageAgain(await addActionForm(tx, asked, form, due.ok ? done.refusal : instead(done.refusal, due.refusal)))
    return redirect('/review', `Action ${done.value} is added`)
  })
}

/** What is wrong with the typed date, in the place of what follows from it. */
function instead(refusal: Refusal, ofDate: Refusal): Refusal {
  const all = [refusal, ...(refusal.also ?? [])].map(({ also: _, ...it }) => (it.field === 'dueOn' ? ofDate : it))
  return { ...all[0]!, also: all.slice(1) }
}

function addDecision(asked: Asked): Promise<Answer> {
  return asked.transact(async tx =>
    page(addDecisionPage({ csrf: asked.csrf, form: emptyForm }, (await reviewNow(tx, asked)).label)),
  )
}

function addTypedDecision(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => {
    const { form, csrf } = asked
    const span = await reviewNow(tx, asked)
    const done = await recordDecision(tx, writerOf(asked), { review: span.key, words: form.text('words') })
    if (!done.ok) return pageAgain(addDecisionPage({ csrf, form, refusal: done.refusal }, span.label))
    return redirect('/review', 'The decision is recorded')
  })
}

const numberIn = ({ params }: Asked): number => (/^\d{1,6}$/.test(params.number ?? '') ? Number(params.number) : 0)

function show(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => {
    const shown = await one(tx, asked, emptyForm)
    return shown ? page(shown) : missing
  })
}

async function one(tx: Tx, asked: Asked, form: Form, refusal?: Refusal): Promise<Page | undefined> {
  const [action, standing] = await standingNow(tx, numberIn(asked), asked.now)
  if (!action || !standing) return undefined
  const concerned = action.events.flatMap(it => [it.byPerson, it.toPerson]).filter(it => it !== null)
  const [names, people, yearBegins] = await Promise.all([
    personNames(tx, [action.responsibleId, standing.responsibleId, ...concerned]),
    choosable(tx),
    setting(tx, 'reports.year-begins-month'),
  ])
  const responsible = names.get(standing.responsibleId) ?? 'somebody who has left'
  const label = spanNamed(action.review, yearBegins)?.label ?? action.review
  const followed = { action, standing, responsible }
  const own = standing.responsibleId === asked.viewer.person && mayDo(asked.viewer, 'review.act')
  const shown = { names, people, label, records: records(asked), writes: records(asked) || own }
  return actionPage({ csrf: asked.csrf, form, refusal, followed, ...shown })
}

function write(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => {
    const { form } = asked
    const number = numberIn(asked)
    const [, standing] = await standingNow(tx, number, asked.now)
    if (!standing || !(records(asked) || standing.responsibleId === asked.viewer.person)) return missing
    const due = typedDayOrNone(form, 'dueOn', 'New date')
    const type = typeIn(form)
    const wanted = {
      type,
      words: form.text('words'),
      ...(type === 'moved' && { dueOn: due.ok ? due.value : null }),
      ...(type === 'passed' && { toPerson: form.text('toPerson') }),
    }
    const done = await writeBeneath(tx, writerOf(asked), number, wanted, Number(form.text('seen')) || 0)
    if (done.ok) return redirect(actionPath(number), 'It is written down')
    const again = await one(tx, asked, form, type === 'moved' && !due.ok ? due.refusal : done.refusal)
    return again ? pageAgain(again) : missing
  })
}

const types: readonly string[] = ['reported', 'moved', 'passed', 'done', 'reopened', 'dropped']

const typeIn = (form: Form): ActionEvent['type'] =>
  (types.includes(form.text('type')) ? form.text('type') : 'reported') as ActionEvent['type']
