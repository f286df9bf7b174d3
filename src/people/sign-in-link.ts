import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { deleteStaleImports } from './import/import.sql.ts'
import { deleteStalePlaceLists } from './places/place-list.sql.ts'
import { readPersonByAddress } from './person.sql.ts'
import { hashOf, newSecret } from './secret.ts'
import { deleteOldAttempts } from './throttle.sql.ts'
import { countLinks, deleteLinks, insertLink } from './sign-in.sql.ts'

/** What the mail with a sign-in link says; how it is laid out and sent is for the rooms that know mail. */
export type SignInMail = {
  readonly to: string
  readonly name: string
  readonly subject: string
  /** the whole address, to be opened in a browser */
  readonly link: string
  /** `15 minutes` */
  readonly expiresInWords: string
  readonly minutes: number
  /** when it was asked for */
  readonly at: Date
  /** the mail in plain text, complete */
  readonly text: string
}

export type LinkOptions = { readonly now: Date; readonly minutes?: number; readonly wanted?: string }

/** More links than this in a quarter of an hour are not sent: nobody's inbox can be flooded through us. */
const linksAtMost = 5

/**
 * Makes a link that signs somebody in once. Returns the path to put after the public address. Use it directly only
 * where the person is known to be in front of it, as when the demonstration prints its links.
 */
export async function createSignInLink(
  tx: Tx,
  personId: string,
  { now, minutes, wanted = '/' }: LinkOptions,
): Promise<string> {
  const lasting = minutes ?? (await setting(tx, 'people.link-minutes'))
  const secret = newSecret()
  const expiresAt = new Date(now.getTime() + lasting * 60_000)
  await insertLink(tx, { personId, hash: hashOf(secret), wanted: ownPath(wanted), createdAt: now, expiresAt })
  return `/sign-in/${secret}`
}

/** The mail for whoever has this address, or undefined when nobody may have one: unknown, disabled, or too many asked for. */
export async function mailFor(
  tx: Tx,
  address: string,
  publicUrl: string,
  options: LinkOptions,
): Promise<SignInMail | undefined> {
  const person = await readPersonByAddress(tx, address)
  if (!person || person.disabled) return undefined
  const quarterAgo = new Date(options.now.getTime() - 15 * 60_000)
  if ((await countLinks(tx, person.id, quarterAgo)) >= linksAtMost) return undefined
  const minutes = await setting(tx, 'people.link-minutes')
  const link = publicUrl + (await createSignInLink(tx, person.id, { ...options, minutes }))
  // to the address on record, not as typed: the case or form of what was typed could lead elsewhere
  return composed({
    to: person.email,
    name: person.name,
    link,
    minutes,
    expiresInWords: `${minutes} minutes`,
    at: options.now,
  })
}

function composed(it: Omit<SignInMail, 'subject' | 'text'>): SignInMail {
  const text = [
    `Hello ${it.name}`,
    `Open this link to sign in to One Stop:`,
    it.link,
    `It works once, for ${it.expiresInWords}. Nobody from the council will ever ask you for it.`,
    `If you did not ask to sign in, you need not do anything: without this link nobody gets in.`,
  ].join('\n\n')
  return { ...it, subject: 'Your link to sign in to One Stop', text }
}

/** A page of ours to go on to, else the first page: a link must never lead to somebody else's site. */
export const ownPath = (wanted: string): string =>
  /^\/($|[^/\\])/.test(wanted) && !/[\p{Cc}]/u.test(wanted) && wanted.length <= 2000 ? wanted : '/'

/**
 * Forgets links that ran out more than a day ago, and attempts, challenges and imports never done as old; how many links. For the timetable,
 * in a transaction of the system.
 */
export async function sweepLinks(tx: Tx, now: Date): Promise<number> {
  const dayAgo = new Date(now.getTime() - 86_400_000)
  await deleteOldAttempts(tx, dayAgo)
  await deleteStaleImports(tx, dayAgo)
  await deleteStalePlaceLists(tx, dayAgo)
  return deleteLinks(tx, dayAgo)
}
