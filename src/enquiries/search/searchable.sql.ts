import type { Statement } from '#platform/db/at-once.ts'
import type { Tx } from '#platform/db/database.ts'
import type { NewMessage } from '../message.sql.ts'
import { placeOf } from '../place/place.sql.ts'
import { placeToFind } from '../place/place.ts'
import { indexedWords, personMark, sightMark } from './index-words.ts'

/** What an enquiry can be found by beside its messages. */
export type Findable = {
  readonly id: string
  readonly memberId: string
  readonly holderId: string | null
  readonly wardId: string | null
  readonly mailboxId: string | null
  readonly raisedBy: string | null
}

/** Makes a new enquiry findable, with its first message; in the transaction that writes it. */
export function keepSearchable(
  tx: Tx,
  it: Findable,
  { subject, text, place }: { subject: string; text: string; place?: string | null },
  at: Date,
): Statement {
  const words = indexedWords({
    subject,
    said: [text, ...(place ? [place] : [])],
    people: [it.memberId, it.holderId],
    ward: it.wardId,
    seenBy: [it.mailboxId, it.raisedBy],
    createdAt: at,
  })
  return tx`
    insert into enquiries.searchable (enquiry_id, created_at, member_id, words)
    values (${it.id}, ${at}, ${it.memberId}, ${words}::tsvector)
    on conflict (enquiry_id) do nothing
  `
}

/** Adds what was said. A row of words has an end (1 MB): what is said in an enquiry beyond a novel is not found. */
export function addSearchable(
  tx: Tx,
  { enquiryId, internal, words }: Pick<NewMessage, 'enquiryId' | 'internal' | 'words'>,
): Statement | undefined {
  const added = indexedWords(internal ? { noted: [words] } : { said: [words] })
  if (added === '') return undefined
  return tx`
    update enquiries.searchable set words = words || ${added}::tsvector
    where enquiry_id = ${enquiryId} and pg_column_size(words) < 300000 and length(words) < 30000
  `
}

type With = Pick<Findable, 'holderId' | 'mailboxId'>

/**
 * Another holder or mailbox: the enquiry is found by the new holder's name and no more by the old one's, and among what
 * the people of its mailbox see. Undefined when both stayed.
 */
export function moveSearchable(tx: Tx, enquiryId: string, before: With, after: With): Statement | undefined {
  if (before.holderId === after.holderId && before.mailboxId === after.mailboxId) return undefined
  return tx`
    update enquiries.searchable set words = ts_delete(words, ${marksOf(before)}::text[])
      || array_to_tsvector(${marksOf(after)}::text[])
    where enquiry_id = ${enquiryId}
  `
}

const marksOf = ({ holderId, mailboxId }: With): string[] => [
  ...(holderId ? [personMark(holderId)] : []),
  ...(mailboxId ? [sightMark(mailboxId)] : []),
]

type Whole = Findable &
  Parameters<typeof placeOf>[0] & { createdAt: Date; subject: string; said: string[]; noted: string[] }

const wholes = (tx: Tx) => tx`
  select e.id, e.member_id, e.holder_id, e.ward_id, e.mailbox_id, e.raised_by, e.created_at, e.subject, e.place, e.postcode, e.latitude, e.longitude,
    array(select m.words from enquiries.message m where m.enquiry_id = e.id and not m.internal order by m.at, m.id) as said,
    array(select m.words from enquiries.message m where m.enquiry_id = e.id and m.internal order by m.at, m.id) as noted
  from enquiries.enquiry e
`

function wordsOf(it: Whole): string {
  const place = placeOf(it)
  return indexedWords({
    ...it,
    said: [...it.said, ...(place ? [placeToFind(place)] : [])],
    people: [it.memberId, it.holderId],
    ward: it.wardId,
    seenBy: [it.mailboxId, it.raisedBy],
  })
}

/**
 * Another place, already kept: the enquiry is found by its words and its ward, and by those of the place before no more.
 * A word says not where it came from, so everything that was said is read anew.
 */
export async function placeSearchable(tx: Tx, enquiryId: string, wardId: string | null): Promise<void> {
  const [it] = await tx<Whole[]>`${wholes(tx)} where e.id = ${enquiryId}`
  await tx`
    update enquiries.searchable set words = ${wordsOf({ ...it!, wardId })}::tsvector where enquiry_id = ${enquiryId}
  `
}

/**
 * Puts into the index what is not there yet: what was on record before there was an index, and what was imported past
 * the acts. Returns how many; call again until it is none.
 */
export async function indexMissing(tx: Tx, most: number): Promise<number> {
  const missing = await tx<Whole[]>`
    ${wholes(tx)} where not exists (select from enquiries.searchable s where s.enquiry_id = e.id) limit ${most}
  `
  if (missing.length === 0) return 0
  const rows = missing.map(it => ({
    enquiryId: it.id,
    createdAt: it.createdAt,
    memberId: it.memberId,
    words: wordsOf(it),
  }))
  await tx`insert into enquiries.searchable ${tx(rows)} on conflict (enquiry_id) do nothing`
  return missing.length
}
