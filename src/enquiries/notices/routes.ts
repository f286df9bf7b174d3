import { missing, page, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { namesIn } from '../page/names.ts'
import { isOfficer } from '../page/officer.ts'
import { forYouPage, noticesOnPage } from './for-you-page.ts'
import { markAllRead, noticesOf, watchedBy } from './notice.sql.ts'

/** What somebody was told, by mail or not, and what they watch. */
export function forYouRoutes(): Route[] {
  const may = 'enquiries.worklist'
  return [
    { method: 'GET', path: '/enquiries/for-you', may, handle: show },
    { method: 'POST', path: '/enquiries/for-you/read', may, handle: readAll },
  ]
}

function show(asked: Asked): Promise<Answer> {
  const { viewer, query, csrf } = asked
  if (!isOfficer(viewer)) return Promise.resolve(missing)
  const before = isId(query.before ?? '') ? query.before : undefined
  return asked.transact(async tx => {
    const person = viewer.person!
    const [notices, watched] = await Promise.all([
      noticesOf(tx, person, before, noticesOnPage + 1),
      watchedBy(tx, person, 50),
    ])
    const names = await namesIn(
      tx,
      notices.map(it => it.recorded),
    )
    return page(forYouPage({ notices, watched, names, csrf, before }))
  })
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

async function readAll({ transact, viewer, now }: Asked): Promise<Answer> {
  await transact(tx => markAllRead(tx, viewer.person!, now.at))
  return redirect('/enquiries/for-you', 'Everything is marked as read')
}
