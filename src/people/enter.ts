import type { Tx } from '#platform/db/database.ts'
import { redirect, type Answer, type Cookie } from '#platform/http/answer.ts'
import type { Asked } from '#platform/http/route.ts'
import type { PeopleDeps } from './deps.ts'
import { seal, unseal } from '#platform/seal.ts'
import { secondStepOf } from './second-step.ts'
import { hashOf } from './secret.ts'
import { deviceInWords, startSession } from './session.ts'
import { updateSessionEndedByHash } from './session.sql.ts'
import { sessionCookie } from './viewer.ts'

/** What somebody showed to come in, as the trail keeps it. */
export type Shown = 'link' | 'password' | 'passkey' | 'code' | 'recovery-code' | 'new-app'

/** What counts as the second thing that a council may ask for. */
const isSecond: Record<Shown, boolean> = {
  link: false,
  password: false,
  passkey: true,
  code: true,
  'recovery-code': true,
  'new-app': true,
}

/** The browser of somebody who has shown the first thing and owes the second. Sealed: it is nothing we keep. */
export const halfCookie = 'one_stop_half'
const halfSeconds = 600

/** Somebody between the first step and the second. */
export type Half = { readonly person: string; readonly wanted: string; readonly by: Shown }

/** Lets somebody in after a link or a password, or leads to the second step. In a transaction of the system. */
export async function passFirst(tx: Tx, asked: Asked, deps: PeopleDeps, half: Half): Promise<Answer> {
  const next = await secondStepOf(tx, half.person)
  if (next === 'none') return enter(tx, asked, deps, half)
  const until = asked.now.at.getTime() + halfSeconds * 1000
  const value = seal(deps.secret, halfCookie, JSON.stringify({ ...half, until }))
  return {
    ...redirect(next === 'set-up' ? '/sign-in/set-up' : `/sign-in/${next}`),
    cookies: [{ name: halfCookie, value, maxAgeSeconds: halfSeconds }],
  }
}

/** Whose second step this browser owes; undefined when nobody's, or too long ago. */
export function halfOf(asked: Asked, { secret }: PeopleDeps): Half | undefined {
  const text = unseal(secret, halfCookie, asked.cookie(halfCookie) ?? '')
  const it = text === undefined ? undefined : (JSON.parse(text) as Half & { until: number })
  return it && it.until > asked.now.at.getTime() ? it : undefined
}

/** Starts a session and leads to where they were going. A session this browser had before ends. */
export async function enter(tx: Tx, asked: Asked, deps: PeopleDeps, { person, wanted, by }: Half): Promise<Answer> {
  const at = asked.now.at
  const device = deviceOf(asked)
  const before = asked.cookie(sessionCookie)
  if (before) await updateSessionEndedByHash(tx, hashOf(before), at)
  const { secret, maxAgeSeconds } = await startSession(tx, person, device, at, isSecond[by])
  const subject = { kind: 'person', id: person }
  await deps.record(tx, { at, actor: person, act: 'people.signed-in', subject, details: { device, by } })
  return { ...redirect(wanted), cookies: [{ name: sessionCookie, value: secret, maxAgeSeconds }, noHalf] }
}

const noHalf: Cookie = { name: halfCookie, value: '', maxAgeSeconds: 0 }

/** `Firefox on Windows`: what this request says of its browser. */
export const deviceOf = (asked: Asked): string => deviceInWords(asked.header('user-agent') ?? '')
