import { counted } from '#kernel/text.ts'
import { inTransaction } from '#platform/db/database.ts'
import { page, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { readFailing } from './failing.sql.ts'
import { failingPage, failingPath } from './list-page.ts'
import { mended } from './mended.ts'

const may = 'mail.failing'

/** The addresses that mail comes back from, for member services to look after. */
export const failingRoutes: Route[] = [
  { method: 'GET', path: failingPath, may, handle: show },
  { method: 'POST', path: failingPath, may, handle: mend },
]

/** Whose mail comes back is kept by the house alone; the permission lets through who looks after it. */
async function show({ csrf, db }: Asked): Promise<Answer> {
  return page(failingPage(csrf, await inTransaction(db, 'system', tx => readFailing(tx))))
}

async function mend(asked: Asked): Promise<Answer> {
  const [address, again] = [asked.form.text('address'), asked.form.text('again') === 'yes']
  const sent = await mended(asked, address, again)
  if (sent === undefined) return redirect(failingPath, 'That address works again already')
  return redirect(
    failingPath,
    sent > 0 ? `${address} is mended. ${counted(sent, 'email')} sent again` : `${address} is mended`,
  )
}
