import { record } from '#audit/door.ts'
import { inWords, type Day } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import { personNames } from '#people/door.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { missing, page, pageAgain, redirect, turnBack, type Answer } from '#platform/http/answer.ts'
import { file } from '#platform/http/answer.ts'
import { formOf } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { typedDayOrNone } from '#platform/http/typed-day.ts'
import { csvOf } from '#platform/spreadsheet.ts'
import { confirm, prepareDue, prepareNamed, withdraw } from './decide.ts'
import { countDue, dueEnquiries } from './due.sql.ts'
import { countItems, erasingById, itemsOf, newestErasings } from './erasing.sql.ts'
import { standingHolds } from './hold.sql.ts'
import { listPage, previewPage, requestPage } from './list-pages.ts'
import { retentionPage, retentionPath } from './pages.ts'
import { everyTombstone } from './reapply.ts'
import { schedulesOn } from './schedule.sql.ts'

/** What starts the erasing of what was confirmed. */
export type RetentionDeps = { readonly startErasing: (tx: Tx) => Promise<void> }

export const listRoutes = ({ startErasing }: RetentionDeps): Route[] => [
  { method: 'GET', path: retentionPath, may: 'privacy.see', handle: show },
  { method: 'GET', path: `${retentionPath}/preview`, may: 'privacy.see', handle: preview },
  { method: 'POST', path: `${retentionPath}/preview`, may: 'privacy.keep', handle: prepare },
  { method: 'GET', path: `${retentionPath}/request`, may: 'privacy.keep', handle: asked => page(requestPage(asked)) },
  { method: 'POST', path: `${retentionPath}/request`, may: 'privacy.keep', handle: request },
  { method: 'GET', path: `${retentionPath}/tombstones`, may: 'privacy.keep', handle: tombstones },
  { method: 'GET', path: `${retentionPath}/lists/:id`, may: 'privacy.confirm', handle: showList },
  {
    method: 'POST',
    path: `${retentionPath}/lists/:id/confirmation`,
    may: 'privacy.confirm',
    handle: asked => confirmList(asked, startErasing),
  },
  { method: 'POST', path: `${retentionPath}/lists/:id/withdrawal`, may: 'privacy.keep', handle: withdrawList },
]

/** Counted as the house: restricted ones are among what is due, by their number alone. */
const asHouse = <T>(asked: Asked, work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(asked.db, 'system', work)
const who = ({ viewer, now }: Asked) => ({ person: viewer.person!, now })

const show = (asked: Asked): Promise<Answer> =>
  asHouse(asked, async tx => {
    const today = asked.now.today
    const [schedules, due, holds, erasings] = await Promise.all([
      schedulesOn(tx, today),
      countDue(tx, today),
      standingHolds(tx),
      newestErasings(tx, 20),
    ])
    const people = [...holds.map(it => it.placedBy), ...erasings.flatMap(it => [it.preparedBy, it.confirmedBy ?? ''])]
    const names = await personNames(tx, [...new Set(people.filter(Boolean))])
    return page(retentionPage({ asked, schedules, due, holds, erasings, names }))
  })

const mostShown = 200

async function preview(asked: Asked): Promise<Answer> {
  const form = formOf(asked.query)
  const typed = typedDayOrNone(form, 'on', 'Day')
  const on: Day = typed.ok ? (typed.value ?? asked.now.today) : asked.now.today
  return asHouse(asked, async tx => {
    const [counts, some] = await Promise.all([countDue(tx, on), dueEnquiries(tx, on, mostShown)])
    const drawn = previewPage({ asked, on, counts, some, form, refusal: typed.ok ? undefined : typed.refusal })
    return typed.ok ? page(drawn) : pageAgain(drawn)
  })
}

async function prepare(asked: Asked): Promise<Answer> {
  const prepared = await asHouse(asked, tx => prepareDue(tx, who(asked)))
  if (!prepared.ok) return turnBack(retentionPath, prepared.refusal.words)
  return redirect(`${retentionPath}/lists/${prepared.value}`, 'The list is prepared. Ask a second person to confirm it')
}

async function request(asked: Asked): Promise<Answer> {
  const { form } = asked
  const prepared = await asHouse(asked, tx =>
    prepareNamed(tx, who(asked), form.text('references'), form.text('reason')),
  )
  if (!prepared.ok) return pageAgain(requestPage(asked, form, prepared.refusal))
  return redirect(`${retentionPath}/lists/${prepared.value}`, 'The list is prepared. Ask a second person to confirm it')
}

const isId = (id = ''): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

async function showList(asked: Asked): Promise<Answer> {
  const { id = '' } = asked.params
  if (!isId(id)) return missing
  return asHouse(asked, async tx => {
    const erasing = await erasingById(tx, id)
    if (!erasing) return missing
    const [counts, items, names] = await Promise.all([
      countItems(tx, id),
      itemsOf(tx, id, asked.query.after ?? '', mostShown + 1),
      personNames(tx, [erasing.preparedBy, ...(erasing.confirmedBy ? [erasing.confirmedBy] : [])]),
    ])
    const shown = items.slice(0, mostShown)
    return page(listPage({ asked, erasing, counts, items: shown, more: items.length > mostShown, names }))
  })
}

async function confirmList(asked: Asked, start: RetentionDeps['startErasing']): Promise<Answer> {
  const { id = '' } = asked.params
  if (!isId(id)) return missing
  const done = await asHouse(asked, async tx => {
    const confirmed = await confirm(tx, who(asked), id)
    if (confirmed.ok) await start(tx)
    return confirmed
  })
  const path = `${retentionPath}/lists/${id}`
  return done.ok ? redirect(path, 'Confirmed. It is being erased') : turnBack(path, done.refusal.words)
}

async function withdrawList(asked: Asked): Promise<Answer> {
  const { id = '' } = asked.params
  if (!isId(id)) return missing
  const done = await asHouse(asked, tx => withdraw(tx, who(asked), id))
  return done.ok ? redirect(retentionPath, 'The list is withdrawn') : turnBack(retentionPath, done.refusal.words)
}

/** References and times only; taking it is an export, and stands in the trail. */
async function tombstones(asked: Asked): Promise<Answer> {
  const all = await everyTombstone(asked)
  await asked.transact(tx =>
    record(tx, {
      at: asked.now.at,
      actor: asked.viewer.person,
      act: 'privacy.exported',
      subject: { kind: 'list', id: 'tombstones' },
      details: { count: all.length },
    }),
  )
  const rows = all.map(it => [it.reference, it.erasedAt.toISOString()])
  const body = csvOf({ name: 'Erased', heads: ['Reference', 'Erased at'], rows })
  return file({ body, type: 'text/csv; charset=utf-8', saveAs: `Erased enquiries ${asked.now.today}.csv` })
}

/** For the desk: what waits for a second person, and holds to be reviewed. */
export async function retentionWaits(tx: Tx, today: Day): Promise<{ count: number; words: string }> {
  const [erasings, holds] = await Promise.all([newestErasings(tx, 20), standingHolds(tx)])
  const lists = erasings.filter(it => !it.confirmedAt && !it.withdrawnAt).length
  const reviews = holds.filter(it => it.reviewOn <= today).length
  const words = [
    lists > 0 && `${counted(lists, 'list waits', 'lists wait')} to be confirmed`,
    reviews > 0 && `${counted(reviews, 'hold', 'holds')} to review`,
  ].filter(Boolean)
  return { count: lists + reviews, words: words.join(', ') || `Looked at on ${inWords(today)}: nothing waits` }
}
