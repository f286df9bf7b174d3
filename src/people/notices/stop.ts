import { createHmac, timingSafeEqual } from 'node:crypto'
import { isId } from '../given-id.ts'
import { isRoundUp, leastOf, topicNames, type Rhythm, type Topic } from './choice.ts'

/** What a mail offers to stop: notices of its topic, or the digest it is. */
export type Stoppable = Topic | 'digest'

export type Stop = { readonly person: string; readonly what: Stoppable }

/**
 * The page on which one press stops a kind of mail, for its header (RFC 8058); undefined where it cannot be left out. It
 * needs no sign-in and never runs out: mail programs press it for their owner, perhaps years later, and all that whoever
 * holds it can do is to bring somebody less mail.
 */
export const stopPath = (secret: string, it: Stop): string | undefined =>
  it.what !== 'digest' && leastOf(it.what) !== 'none'
    ? undefined
    : `/people/notices/${it.what}.${it.person}.${signature(secret, it)}`

/** Undefined unless we signed it. */
export function readStop(secret: string, token: string): Stop | undefined {
  const [what = '', person = '', signed = ''] = token.split('.')
  if (!isStoppable(what) || !isId(person)) return undefined
  const [given, right] = [Buffer.from(signed), Buffer.from(signature(secret, { what, person }))]
  return given.length === right.length && timingSafeEqual(given, right) ? { what, person } : undefined
}

const signature = (secret: string, { person, what }: Stop): string =>
  createHmac('sha256', secret).update(`stop ${what} ${person}`).digest('hex').slice(0, 32)

const isStoppable = (what: string): what is Stoppable => what === 'digest' || topicNames.some(it => it === what)

/** The topics that a stop changes, of what somebody chose: a digest takes along all that waits for it. */
export const stoppedBy = (what: Stoppable, chosen: Readonly<Record<Topic, Rhythm>>): Topic[] =>
  topicNames.filter(topic => topic === what || (what === 'digest' && !isRoundUp(topic) && isDigested(chosen[topic])))

const isDigested = (rhythm: Rhythm): boolean => rhythm === 'daily' || rhythm === 'weekly'
