import { page, pageAgain, redirect, type Answer } from '#platform/http/answer.ts'
import { formOf } from '#platform/http/form.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { verifyAndKeep } from './door.ts'
import { readFilter } from './filter.ts'
import { entriesMatching } from './list.sql.ts'
import { trailPage } from './trail-page.ts'
import { lastVerification } from './verification.sql.ts'

export const auditRoutes: readonly Route[] = [
  { method: 'GET', path: '/audit', may: 'audit.read', handle: showTrail },
  { method: 'POST', path: '/audit/verification', may: 'audit.read', handle: verifyNow },
]

const pageLength = 50

function showTrail(asked: Asked): Promise<Answer> {
  const form = formOf(asked.query)
  const filter = readFilter(form)
  const below = /^\d{1,15}$/.test(asked.query.below ?? '') ? Number(asked.query.below) : undefined
  return asked.transact(async tx => {
    const verification = await lastVerification(tx)
    if (!filter.ok) return pageAgain(trailPage({ asked, form, verification, entries: [], refusal: filter.refusal }))
    const entries = await entriesMatching(tx, filter.value, below, pageLength + 1)
    const last = entries.length > pageLength ? entries[pageLength - 1] : undefined
    return page(
      trailPage({ asked, form, verification, entries: entries.slice(0, pageLength), below, olderThan: last?.id }),
    )
  })
}

async function verifyNow(asked: Asked): Promise<Answer> {
  const found = await asked.transact(tx => verifyAndKeep(tx, asked.now.at))
  return redirect('/audit', found.sound ? 'The trail is sound' : 'The trail is not sound')
}
