import { missing, page, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { namesIn } from '../page/names.ts'
import { isOfficer } from '../page/officer.ts'
import { forYouPage, noticesOnPage } from './for-you-page.ts'
import { choicesOf, choose, markAllRead, noticesOf, watchedBy } from './notice.sql.ts'

/** What somebody was told, what they watch, and whether they want mail besides. */
export function forYouRoutes(): Route[] {
  const may = 'enquiries.worklist'
  return [
    { method: 'GET', path: '/enquiries/for-you', may, handle: show },
    { method: 'POST', path: '/enquiries/for-you/read', may, handle: readAll },
    { method: 'POST', path: '/enquiries/for-you/choose', may, handle: setChoice },
  ]
}

function show(asked: Asked): Promise<Answer> {
  const { viewer, query, csrf } = asked
  if (!isOfficer(viewer)) return Promise.resolve(missing)
  const before = isId(query.before ?? '') ? query.before : undefined
  return asked.transact(async tx => {
    const person = viewer.person!
    const [notices, watched, choices] = await Promise.all([
      noticesOf(tx, person, before, noticesOnPage + 1),
      watchedBy(tx, person, 50),
      choicesOf(tx, [person]),
    ])
    const names = await namesIn(
      tx,
      notices.map(it => it.recorded),
    )
    return page(forYouPage({ notices, watched, names, choice: choices.get(person)!, csrf, before }))
  })
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

async function readAll({ transact, viewer, now }: Asked): Promise<Answer> {
  await transact(tx => markAllRead(tx, viewer.person!, now.at))
  return redirect('/enquiries/for-you', 'Everything is marked as read')
}

async function setChoice({ transact, viewer, form }: Asked): Promise<Answer> {
  const wanted = form.texts('mail')
  const choice = { mailMentions: wanted.includes('mentions'), mailWatched: wanted.includes('watched') }
  await transact(tx => choose(tx, viewer.person!, choice))
  return redirect('/enquiries/for-you', 'Your choice is kept')
}
