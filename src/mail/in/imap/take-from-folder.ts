import { createHash } from 'node:crypto'
import type { ImapFlow, MailboxObject } from 'imapflow'
import { oneLine, shortened } from '#kernel/text.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { commitToDisk, insertDelivered, type Delivered } from '../intake-store.sql.ts'
import { beginAt, holdAsTooLarge, moveOn, readSoFar, type ReadSoFar } from './imap-folder.sql.ts'
import { envelopeIn } from './imap-envelope.ts'
import type { ImapPlace } from './imap-place.ts'

export type Taking = {
  readonly db: Database
  readonly place: ImapPlace
  readonly largestBytes: number
  readonly now: () => Date
  readonly onStored: () => void
}

/**
 * Keeps every message of the open folder that is not kept yet, oldest first: bytes, SHA-256 and how far we are in one
 * commit, and only then is it marked as read there. Killed in between, nothing is lost, and the same bytes are one message
 * however often they come. Gives how many were kept.
 */
export async function takeNew(client: ImapFlow, it: Taking): Promise<number> {
  const folder = client.mailbox
  if (!folder) throw new Error('no folder is open')
  const so = await inTransaction(it.db, 'system', tx => readSoFar(tx, it.place))
  const isKnown = so.uidValidity === folder.uidValidity
  const uids = isKnown ? await beyond(client, so.lastUid) : await notKeptYet(client, folder, so)
  for (const uid of uids) await takeOne(client, it, uid, isKnown)
  if (!isKnown) {
    const { uidValidity } = folder
    await inTransaction(it.db, 'system', tx => beginAt(tx, it.place, { uidValidity, lastUid: folder.uidNext - 1 }))
  }
  return uids.length
}

/** After a new connection: the one before may have been cut between keeping a message and marking it. */
export async function markLast(client: ImapFlow, { db, place }: Taking): Promise<void> {
  const { uidValidity, lastUid } = await inTransaction(db, 'system', tx => readSoFar(tx, place))
  const isKnown = client.mailbox && client.mailbox.uidValidity === uidValidity
  if (isKnown && lastUid > 0) await client.messageFlagsAdd(`${lastUid}`, ['\\Seen'], { uid: true })
}

/** The server answers `5:*` with the last message even when its number is below 5. */
const beyond = async (client: ImapFlow, last: number): Promise<number[]> =>
  ascending(await client.search({ uid: `${last + 1}:*` }, { uid: true })).filter(uid => uid > last)

/**
 * The folder was never read, or its messages have new numbers: whatever nobody has read there. After new numbers also
 * what came since our last contact, because somebody may have read it; what of that is kept already is known by its bytes.
 */
async function notKeptYet(client: ImapFlow, folder: MailboxObject, { contactAt }: ReadSoFar): Promise<number[]> {
  const unread = ascending(await client.search({ seen: false }, { uid: true }))
  const dayBefore = contactAt && new Date(contactAt.getTime() - 24 * 3_600_000)
  const since = dayBefore ? ascending(await client.search({ since: dayBefore }, { uid: true })) : []
  return [...new Set([...unread, ...since])].filter(uid => uid < folder.uidNext).sort((a, b) => a - b)
}

/** The numbers found. Where the question failed nothing is known, and nothing must be passed over for that. */
function ascending(found: unknown): number[] {
  if (!Array.isArray(found)) throw new Error('The server did not say which messages there are')
  return (found as number[]).toSorted((a, b) => a - b)
}

async function takeOne(client: ImapFlow, it: Taking, uid: number, isKnown: boolean): Promise<void> {
  const about = await client.fetchOne(`${uid}`, { size: true, internalDate: true }, { uid: true })
  if (!about) return deletedSince(client, uid)
  const size = about.size ?? 0
  const isTooLarge = size > it.largestBytes
  const what = isTooLarge ? { headers: true } : { source: true }
  const message = await client.fetchOne(`${uid}`, what, { uid: true })
  const bytes = message && (isTooLarge ? message.headers : message.source)
  if (!bytes) return deletedSince(client, uid)
  await keep(it, delivered(it, bytes, about.internalDate), uid, { isKnown, tooLarge: isTooLarge ? size : undefined })
  it.onStored()
  // what is too large stays as it was, for somebody to look at it there
  if (!isTooLarge) await client.messageFlagsAdd(`${uid}`, ['\\Seen'], { uid: true })
}

/** Somebody deleted it since we asked. Anything else is trouble, and the message is asked for again later. */
async function deletedSince(client: ImapFlow, uid: number): Promise<void> {
  const still = ascending(await client.search({ uid: `${uid}` }, { uid: true }))
  if (still.includes(uid)) throw new Error(`The server does not give out message ${uid}`)
}

/** It reached the council when the server in front took it in. */
function delivered({ place, now }: Taking, bytes: Buffer, internalDate: Date | string | undefined): Delivered {
  const came = new Date(internalDate ?? NaN)
  const at = now()
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes,
    ...envelopeIn(bytes, place.user.includes('@') ? place.user.toLowerCase() : place.account),
    receivedAt: Number.isNaN(came.getTime()) || came > at ? at : came,
  }
}

type How = { readonly isKnown: boolean; readonly tooLarge: number | undefined }

async function keep({ db, place }: Taking, message: Delivered, uid: number, { isKnown, tooLarge }: How): Promise<void> {
  await inTransaction(db, 'system', async tx => {
    await Promise.all([
      commitToDisk(tx),
      insertDelivered(tx, message),
      tooLarge !== undefined && holdTooLarge(tx, message, place, tooLarge),
      isKnown && moveOn(tx, place, uid),
    ])
  })
}

function holdTooLarge(tx: Parameters<typeof holdAsTooLarge>[0], message: Delivered, place: ImapPlace, size: number) {
  const head = Buffer.from(message.bytes).toString('utf8')
  const subject = shortened(oneLine(/^subject:([^\r\n]*)/im.exec(head)?.[1] ?? ''), 300)
  const megabytes = Math.ceil(size / (1024 * 1024))
  const words = `It has ${megabytes} MB, which is more than we take. The whole message is in the folder ${place.folder} of ${place.account}`
  return holdAsTooLarge(tx, message.sha256, subject, message.mailFrom, words)
}
