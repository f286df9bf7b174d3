import { withdrawDeliveriesAbout } from '#connections/door.ts'
import { eventIdsOf, firstWords, forgetTraces, type Restricted } from '#enquiries/door.ts'
import { dropLines, restrictMailOf, takeMailsBack } from '#mail/door.ts'
import { forgetText, namedPeople } from '#mailboxes/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { openIncident } from '#privacy/door.ts'
import { keepFacts } from '#reports/door.ts'

/**
 * An enquiry that more people saw is restricted: before anybody looks again, every room forgets what it kept of it for
 * others. Row-level security hides the enquiry itself; this is what lies outside it. In the transaction of the act, as the
 * house.
 */
export async function contain(tx: Tx, it: Restricted): Promise<void> {
  const { enquiry, before, now } = it
  const named = enquiry.mailboxId ? await namedPeople(tx, enquiry.mailboxId, now.today) : []
  const permitted = [
    ...new Set([enquiry.memberId, enquiry.holderId ?? [], named.map(person => person.personId)].flat(2)),
  ]
  const [eventIds, [words]] = await Promise.all([eventIdsOf(tx, enquiry.id), firstWords(tx, [enquiry.id])])
  await openIncident(tx, it, permitted)
  await Promise.all([
    forgetTraces(tx, enquiry, permitted),
    takeMailsBack(tx, enquiry.id, permitted),
    dropLines(tx, eventIds, permitted),
    restrictMailOf(tx, { enquiryId: enquiry.id, restricted: true, mailboxId: enquiry.mailboxId }),
    withdrawDeliveriesAbout(tx, enquiry.id),
    before.topicId && words && forgetText(tx, before.topicId, words),
    keepFacts(tx, [enquiry.id], now.today),
  ])
}
