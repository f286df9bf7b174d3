import { createHmac, timingSafeEqual } from 'node:crypto'
import { parseDay, type Day } from '#kernel/day.ts'
import { isId } from '#people/door.ts'

/** What a link of an answer's letter leads to, and the last day on which it does. */
export type RateLink = { readonly enquiryId: string; readonly round: number; readonly until: Day }

/** The path on which an answer is rated without signing in. It proves itself by 128 bits of our own signature. */
export const ratePath = (secret: string, it: RateLink): string =>
  `/quality/rate/${it.enquiryId}.${it.round}.${it.until}.${signature(secret, it)}`

/** Undefined unless we signed it and its last day has not passed. */
export function readRateLink(secret: string, token: string, today: Day): RateLink | undefined {
  const [enquiryId = '', typedRound = '', typedUntil = '', signed = ''] = token.split('.')
  const until = parseDay(typedUntil)
  if (!isId(enquiryId) || !/^\d{1,4}$/.test(typedRound) || !until || today > until) return undefined
  const link = { enquiryId, round: Number(typedRound), until }
  const [given, right] = [Buffer.from(signed), Buffer.from(signature(secret, link))]
  return given.length === right.length && timingSafeEqual(given, right) ? link : undefined
}

const signature = (secret: string, { enquiryId, round, until }: RateLink): string =>
  createHmac('sha256', secret).update(`rate ${enquiryId} ${round} ${until}`).digest('hex').slice(0, 32)
