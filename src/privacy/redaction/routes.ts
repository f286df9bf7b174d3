import { record } from '#audit/door.ts'
import { enquiryByReference } from '#enquiries/door.ts'
import { page, missing, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { addressOf } from '../disclosure/overview-page.ts'
import { copiesOf, insertDisclosure } from '../disclosure/disclosure.sql.ts'
import { addItems } from '../disclosure/item.sql.ts'
import { noPerson } from '../request/sought.ts'
import { copiesPage } from './copies-page.ts'
import { partsOfEnquiry } from './parts.sql.ts'

/** Redacted copies of one enquiry: each a version of its own. Who sees the enquiry makes and reads them. */
export const redactionRoutes: Route[] = [
  { method: 'GET', path: '/privacy/copies/:reference', may: 'privacy.redact', handle: show },
  { method: 'POST', path: '/privacy/copies/:reference', may: 'privacy.redact', handle: begin },
]

function show(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => {
    const enquiry = await enquiryByReference(tx, asked.params.reference!.toUpperCase())
    if (!enquiry) return missing
    return page(
      copiesPage({
        reference: enquiry.reference,
        csrf: asked.csrf,
        copies: await copiesOf(tx, enquiry.id),
        now: asked.now,
      }),
    )
  })
}

/** Begins a copy with everything of the enquiry in it, nothing decided yet. */
function begin(asked: Asked): Promise<Answer> {
  return asked.transact(async tx => {
    const enquiry = await enquiryByReference(tx, asked.params.reference!.toUpperCase())
    if (!enquiry) return missing
    const { today, at } = asked.now
    const by = asked.viewer.person!
    const made = await insertDisclosure(tx, {
      kind: 'copy',
      enquiryId: enquiry.id,
      about: noPerson,
      receivedOn: today,
      identity: 'known',
      by,
      at,
    })
    const parts = await partsOfEnquiry(tx, enquiry.id)
    await addItems(
      tx,
      made.id,
      parts.map(it => ({ ...it, enquiryId: enquiry.id, knownBy: [] })),
    )
    const subject = { kind: 'enquiry', id: enquiry.id, reference: enquiry.reference }
    await record(tx, { at, actor: by, act: 'privacy.copy-begun', subject, details: { copy: made.number } })
    return redirect(addressOf(made), 'Copy begun: decide about each part')
  })
}
