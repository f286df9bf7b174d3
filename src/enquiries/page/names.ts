import type { Tx } from '#platform/db/database.ts'
import { contributorNames } from '../contribution/contribution.sql.ts'
import type { Recorded } from '../events.ts'
import { nameBooks, type NameBooks } from '../name-books.ts'
import { referencesOf } from '../together/together.sql.ts'
import { unknownPerson, type NamesById } from './event-sentence.ts'
import { idsIn } from './ids-in-history.ts'

/** What stands for an enquiry that the viewer does not see. */
export const unseenEnquiry = 'another enquiry'

/** The names a history speaks of; only other enquiries and who was asked for contributions have to be asked for. */
export async function namesIn(tx: Tx, history: readonly Recorded[], books?: NameBooks): Promise<NamesById> {
  const ids = idsIn(history)
  const [{ council, register }, references, contributors] = await Promise.all([
    books ?? nameBooks(tx),
    referencesOf(tx, ids.enquiries),
    contributorNames(tx, ids.contributions),
  ])
  return {
    person: id => council.person(id)?.name ?? unknownPerson,
    mailbox: id => register.mailbox(id)?.name ?? 'a mailbox that is gone',
    enquiry: id => references.get(id) ?? unseenEnquiry,
    topic: id => register.topic(id)?.name ?? 'a topic that is gone',
    contributor: id => contributors.get(id) ?? 'somebody else',
  }
}

/** Who did something, as it stands beside it: `Tom Avery for Cllr Aoife Ní Mhurchú`. */
export function doerInWords({ by, onBehalfOf }: Recorded, names: NamesById): string {
  if (by === null) return 'One Stop'
  return onBehalfOf && onBehalfOf !== by ? `${names.person(by)} for ${names.person(onBehalfOf)}` : names.person(by)
}
