import { createHash, createHmac } from 'node:crypto'
import { addDays, laterOf, type Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import type { Contribution } from './contribution.ts'
import { contributionByLink, keepLink } from './contribution.sql.ts'

/**
 * The path that answers a contribution without signing in. The token (192 bits) is derived from the house's secret, so
 * that a reminder names the same one; only its hash is kept. It ends some days after the contribution is due, and each
 * reminder lets it live on. Needs a transaction of the system.
 */
export async function linkTo(tx: Tx, secret: string, it: Contribution, today: Day): Promise<string> {
  const days = await setting(tx, 'enquiries.contribution-link-days')
  const token = createHmac('sha256', secret).update(`contribution ${it.id}`).digest('base64url').slice(0, 32)
  await keepLink(tx, hashOf(token), it.id, addDays(laterOf(it.dueOn, today), days))
  return `/contribute/${token}`
}

/** What somebody with a link is asked; undefined when it no longer holds or never did. Needs the system. */
export const askedByLink = (tx: Tx, token: string, today: Day): Promise<Contribution | undefined> =>
  contributionByLink(tx, hashOf(token), today)

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
