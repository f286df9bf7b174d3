import { personNames } from '#people/door.ts'
import { page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import { formOf } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { latestStandard, standardsSet } from '../standard.sql.ts'
import { editPage, fieldsOf, standardPage } from './pages.ts'
import { readStandard, setStandard } from './set-standard.ts'

const may = 'quality.set-standard'

/** The standard: everybody may read what answers are measured by; who keeps the definitions changes it. */
export const standardRoutes: readonly Route[] = [
  { method: 'GET', path: '/quality/standard', may: 'quality.read-standard', handle: show },
  { method: 'GET', path: '/quality/standard/edit', may, handle: edit },
  { method: 'POST', path: '/quality/standard/edit', may, handle: save },
]

function show({ transact, viewer, now }: Asked): Promise<Answer> {
  return transact(async tx => {
    const versions = await standardsSet(tx)
    const names = await personNames(tx, [...new Set(versions.flatMap(it => it.setBy ?? []))])
    return page(standardPage(versions, { today: now.today, viewer, mayChange: mayDo(viewer, may), names }))
  })
}

function edit({ transact, now, csrf }: Asked): Promise<Answer> {
  return transact(async tx => page(editPage({ csrf, form: formOf(fieldsOf(await latestStandard(tx), now.today)) })))
}

function save({ transact, viewer, now, csrf, form }: Asked): Promise<Answer> {
  return transact(async tx => {
    const read = readStandard(form, now)
    if (!read.ok) return pageAgain(editPage({ csrf, form, refusal: read.refusal }))
    const set = await setStandard(tx, read.value, { actor: viewer.person!, now, seen: Number(form.text('version')) })
    if (!set.ok) return pageAgain(editPage({ csrf, form, refusal: set.refusal }))
    return redirect('/quality/standard', 'Standard saved')
  })
}
