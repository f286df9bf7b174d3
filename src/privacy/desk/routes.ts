import { page, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { mayDo } from '#platform/http/viewer.ts'
import { deskPage } from './page.ts'
import { deskParts } from './parts.ts'

export const deskRoutes: Route[] = [{ method: 'GET', path: '/privacy/desk', may: 'privacy.see', handle: showDesk }]

function showDesk(asked: Asked): Promise<Answer> {
  const open = deskParts.filter(part => mayDo(asked.viewer, part.may))
  return asked.transact(async tx => {
    const shown = open.map(async part => ({ ...part, now: await part.waiting?.(tx, asked.now) }))
    return page(deskPage(await Promise.all(shown)))
  })
}
