import { mailboxesById, topics } from '#mailboxes/door.ts'
import { personNames } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { contributorNames } from '../contribution/contribution.sql.ts'
import type { Recorded } from '../events.ts'
import { referencesOf } from '../together/together.sql.ts'
import { unknownPerson, type NamesById } from './event-sentence.ts'
import { idsIn } from './ids-in-history.ts'

/** What stands for an enquiry that the viewer does not see. */
export const unseenEnquiry = 'another enquiry'

/** The names a history speaks of, one question for all people; mailboxes and topics come from the register. */
export async function namesIn(tx: Tx, history: readonly Recorded[]): Promise<NamesById> {
  const ids = idsIn(history)
  const [persons, mailboxes, known, references, contributors] = await Promise.all([
    personNames(tx, ids.persons),
    mailboxesById(tx, ids.mailboxes),
    topics(tx),
    referencesOf(tx, ids.enquiries),
    contributorNames(tx, ids.contributions),
  ])
  const mailboxNames = new Map(mailboxes.map(it => [it.id, it.name]))
  return {
    person: id => persons.get(id) ?? unknownPerson,
    mailbox: id => mailboxNames.get(id) ?? 'a mailbox that is gone',
    enquiry: id => references.get(id) ?? unseenEnquiry,
    topic: id => known.find(it => it.id === id)?.name ?? 'a topic that is gone',
    contributor: id => contributors.get(id) ?? 'somebody else',
  }
}

/** Who did something, as it stands beside it: `Tom Avery for Cllr Aoife Ní Mhurchú`. */
export function doerInWords({ by, onBehalfOf }: Recorded, names: NamesById): string {
  if (by === null) return 'One Stop'
  return onBehalfOf && onBehalfOf !== by ? `${names.person(by)} for ${names.person(onBehalfOf)}` : names.person(by)
}
