import type { Tx } from '#platform/db/database.ts'
import { missing, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import type { House } from '../house.ts'
import { isOfficer } from '../page/officer.ts'
import { addressOf, openEnquiry, type Opened } from '../page/open-enquiry.ts'
import { startWatching, stopWatching } from './watch.sql.ts'

/** Whoever sees an enquiry may be told what happens to it. It is their own bookmark and changes nothing on the enquiry. */
export const watchRoutes = ({ house }: { readonly house: House }): Route[] => [
  route('watch', 'You watch this enquiry now. What happens to it stands in your list “For you”', house, start),
  route('unwatch', 'You no longer watch this enquiry', house, stop),
]

type Work = (tx: Tx, it: Opened) => Promise<void>

const start: Work = (tx, { enquiry, asked }) => startWatching(tx, enquiry.id, asked.viewer.person!, asked.now.at)
const stop: Work = (tx, { enquiry, asked }) => stopWatching(tx, enquiry.id, asked.viewer.person!)

const route = (name: string, done: string, house: House, work: Work): Route => ({
  method: 'POST',
  path: `/enquiries/:reference/${name}`,
  may: 'enquiries.read',
  handle: asked => change(asked, house, work, done),
})

function change(asked: Asked, house: House, work: Work, done: string): Promise<Answer> {
  return asked.transact(async tx => {
    const opened = isOfficer(asked.viewer) ? await openEnquiry(tx, asked, house) : undefined
    if (!opened) return missing
    await work(tx, opened)
    return redirect(addressOf(opened.enquiry), done)
  })
}
