import { allow, refuse, refuseAll, type Refusal, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import type { Person } from '#people/door.ts'
import { eventNames } from './events.ts'
import { refusedUrl } from './send.ts'

/** Another system that is told what happens, as far as its owner may see it. */
export type Webhook = {
  readonly id: string
  readonly ownerId: string
  readonly owner: string
  readonly url: string
  readonly description: string
  readonly events: readonly string[]
  readonly sealedSecret: string
  readonly sealedSecretBefore: string | null
  readonly beforeUntil: Date | null
  readonly madeAt: Date
  readonly failingSince: Date | null
  readonly disabledAt: Date | null
  readonly disabledBecause: string | null
  /** given: what happens since then waits until it goes on */
  readonly pausedAt: Date | null
}

export type Asking = {
  readonly url: string
  readonly description: string
  readonly events: readonly string[]
  readonly owner: Person | undefined
  readonly privateToo: boolean
}

export type NewWebhook = Pick<Webhook, 'ownerId' | 'url' | 'description' | 'events'>

/** Whether a webhook may be made as asked for; every mistake is named. */
export function webhook({ url, description, events, owner, privateToo }: Asking): Result<NewWebhook> {
  const wrong: Refusal[] = []
  const say = (code: string, words: string, field: string) => wrong.push(refuse(code, words, field).refusal)
  const refusedAddress = url.length > 2000 ? 'Enter a shorter address' : refusedUrl(url, privateToo)
  if (refusedAddress) say('bad-url', refusedAddress, 'url')
  if (oneLine(description).length > 200) say('too-long', 'Enter at most 200 characters', 'description')
  if (!owner || owner.disabled) say('no-owner', 'Enter the email address of somebody who can sign in', 'owner')
  if (events.length === 0 || !events.every(it => eventNames.includes(it)))
    say('no-events', 'Select at least one thing to be told of', 'events')
  const refused = refuseAll(wrong)
  if (refused) return refused
  return allow({ ownerId: owner!.id, url, description: oneLine(description), events: [...new Set(events)] })
}

/** Minutes to wait after each failed attempt, as the convention advises: about a day in all. */
const waits = [5 / 60, 5, 30, 120, 300, 600, 600] as const

/** When to try again after so many attempts; undefined: not by itself any more. */
export const nextTry = (attempts: number, at: Date): Date | undefined => {
  const minutes = waits[attempts - 1]
  return minutes === undefined ? undefined : new Date(at.getTime() + minutes * 60_000)
}

/** Days of nothing but failures after which a webhook is switched off. */
export const failsDays = 5
