import { parseReference } from '#kernel/reference.ts'
import type { Tx } from '#platform/db/database.ts'
import { json, missing, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import type { House } from '../house.ts'
import { isOfficer } from '../page/officer.ts'
import { openEnquiry } from '../page/open-enquiry.ts'
import { newsSince } from '../page/news.ts'
import { keepCompany, leave } from './presence.sql.ts'
import { isDoing, looking, presentInWords } from './presence.ts'

/** A sign of life from an open page; the answer says who else is there and what is new. Nothing here is an act. */
export const presenceRoutes = ({ house }: { readonly house: House }): Route[] => [
  {
    method: 'POST',
    path: '/enquiries/:reference/presence',
    may: 'enquiries.read',
    handle: asked => sign(asked, house),
  },
]

async function sign(asked: Asked, house: House): Promise<Answer> {
  const { viewer, params, form, now } = asked
  const reference = parseReference(params.reference ?? '')
  const doing = form.text('doing')
  if (!reference || !isOfficer(viewer)) return missing
  return asked.transact(async tx => {
    if (doing === 'gone') {
      await leave(tx, reference, viewer.person!)
      return json({})
    }
    const here = { reference, person: viewer.person!, doing: isDoing(doing) ? doing : looking, at: now.at }
    const company = await keepCompany(tx, here)
    if (!company) return missing
    const { version, others } = company
    return json({ words: presentInWords(others), version, ...(await news(tx, asked, house, version)) })
  })
}

/** What happened since the form was opened, once: `told` is the version the page has shown already. */
async function news(tx: Tx, asked: Asked, house: House, version: number): Promise<{ news?: string }> {
  const [since, told] = ['version', 'told'].map(name => Number(asked.form.text(name)) || 0) as [number, number]
  if (asked.form.text('doing') === looking || since < 1 || version <= Math.max(since, told)) return {}
  const opened = await openEnquiry(tx, asked, house)
  return opened ? { news: (await newsSince(opened, since)).text } : {}
}
