import { actNamed, carryOut, enquiryById } from '#enquiries/door.ts'
import { nowAt } from '#kernel/day.ts'
import { refuse, type Result } from '#kernel/result.ts'
import type { Filing } from '#mail/door.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'
import { doerFor, nowOf, type ByMail } from './acting.ts'

/**
 * Takes a message back from an enquiry as far as what happened can be undone: the words stay on record, and so does that
 * they do not belong there. An enquiry made of nothing else is closed, and its member is told.
 */
export async function takeBack(
  tx: Tx,
  it: ByMail,
  { enquiryId, officerId, isWhole, reason }: Filing,
): Promise<Result<unknown>> {
  const enquiry = await enquiryById(tx, enquiryId)
  if (!enquiry) return refuse('not-found', 'The enquiry is not there any more')
  const [name, given] = isWhole
    ? (['close', { outcome: 'recorded-in-error', text: `This enquiry was recorded in error. ${reason}` }] as const)
    : ([
        'note',
        { text: `A message that was filed here by hand was taken back: it does not belong here. ${reason}` },
      ] as const)
  const now = nowAt(nowOf(it))
  const doer = await doerFor(tx, officerId)
  const carry = () =>
    carryOut(tx, it.house, doer, enquiry.reference, actNamed(name)!, given as never, { now, on: now.today, via: 'web' })
  return seeingAs(tx, officerId, 'system', carry)
}
