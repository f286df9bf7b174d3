import { personNames } from '#people/door.ts'
import { page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import { formOf } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { aboutRoutes } from './about/routes.ts'
import { checkpointRoutes } from './checkpoint/routes.ts'
import { verifyAndKeep } from './door.ts'
import { exportEntries } from './export.ts'
import { readFilter } from './filter.ts'
import { entriesMatching, type ListedEntry } from './list.sql.ts'
import { trailPage } from './trail-page.ts'
import { lastVerification } from './verification.sql.ts'

export const auditRoutes: readonly Route[] = [
  { method: 'GET', path: '/audit', may: 'audit.read', handle: showTrail },
  { method: 'POST', path: '/audit/verification', may: 'audit.read', handle: verifyNow },
  { method: 'POST', path: '/audit/export', may: 'audit.read', handle: exportEntries },
  ...checkpointRoutes,
  ...aboutRoutes,
]

const pageLength = 50

function showTrail(asked: Asked): Promise<Answer> {
  const form = formOf(asked.query)
  const filter = readFilter(form)
  const below = /^\d{1,15}$/.test(asked.query.below ?? '') ? Number(asked.query.below) : undefined
  return asked.transact(async tx => {
    const verification = await lastVerification(tx)
    const shown = { asked, form, verification }
    if (!filter.ok) return pageAgain(trailPage({ ...shown, entries: [], names: new Map(), refusal: filter.refusal }))
    const found = await entriesMatching(tx, filter.value, below, pageLength + 1)
    const entries = found.slice(0, pageLength)
    const names = await personNames(tx, [
      ...entries.filter(isOfPerson).map(it => it.subjectId),
      ...(filter.value.who ? [filter.value.who] : []),
    ])
    return page(trailPage({ ...shown, entries, names, below, olderThan: found[pageLength] && entries.at(-1)!.id }))
  })
}

const isOfPerson = (it: ListedEntry): boolean => it.subjectKind === 'person'

async function verifyNow(asked: Asked): Promise<Answer> {
  const found = await asked.transact(tx => verifyAndKeep(tx, asked.now.at))
  return redirect('/audit', found.sound ? 'The trail is sound' : 'The trail is not sound')
}
