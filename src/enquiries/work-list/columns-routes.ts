import { page, redirect, type Answer } from '#platform/http/answer.ts'
import type { Form } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { columnsPage, ordered } from './columns-page.ts'
import { knownColumns, usualColumns, type ColumnName } from './columns.ts'
import { keepOwnList, ownList } from './own-list.sql.ts'

export const columnRoutes: readonly Route[] = [
  { method: 'GET', path: '/enquiries/columns', may: 'enquiries.worklist', handle: show },
  { method: 'POST', path: '/enquiries/columns', may: 'enquiries.worklist', handle: keep },
]

async function show(asked: Asked): Promise<Answer> {
  const { columns } = await asked.transact(tx => ownList(tx, asked.viewer.person!))
  return page(columnsPage(columns ? knownColumns(columns) : usualColumns, asked.csrf))
}

async function keep(asked: Asked): Promise<Answer> {
  const pressed = asked.form.text('do')
  const columns = pressed === 'usual' ? null : chosenIn(asked.form)
  await asked.transact(tx => keepOwnList(tx, asked.viewer.person!, { columns }))
  return pressed === 'save' || pressed === 'usual'
    ? redirect('/enquiries', 'Your columns are kept')
    : redirect('/enquiries/columns')
}

/** What is ticked, in the order of the lines, one of them moved when its button was pressed. */
export function chosenIn(form: Form): ColumnName[] {
  const all = ordered(knownColumns(form.texts('order')))
  const [, way, name] = /^(up|down):([a-z]+)$/.exec(form.text('do')) ?? []
  const at = all.findIndex(it => it === name)
  const to = way === 'up' ? at - 1 : at + 1
  if (at >= 0 && to >= 0 && to < all.length) [all[at], all[to]] = [all[to]!, all[at]!]
  const shown = form.texts('shown')
  return all.filter(it => shown.includes(it))
}
