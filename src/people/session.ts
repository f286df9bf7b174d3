import { addDays, dayOf, instantOn } from '#kernel/day.ts'
import { oneLine, shortened } from '#kernel/text.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { hashOf, newSecret } from './secret.ts'
import { insertSession } from './session.sql.ts'

export type Started = { readonly secret: string; readonly maxAgeSeconds: number }

/** Starts a session for somebody who has shown who they are; the secret goes into their cookie and nowhere else. */
export async function startSession(
  tx: Tx,
  personId: string,
  device: string,
  at: Date,
  secondShown = false,
): Promise<Started> {
  const [idleHours, days] = [await setting(tx, 'people.session-idle-hours'), await setting(tx, 'people.session-days')]
  const secret = newSecret()
  const endsAt = instantOn(addDays(dayOf(at), days), 4)
  await insertSession(tx, { personId, hash: hashOf(secret), device, at, idleHours, endsAt, secondShown })
  return { secret, maxAgeSeconds: Math.round((endsAt.getTime() - at.getTime()) / 1000) }
}

const browsers: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/Chrome\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: readonly [RegExp, string][] = [
  [/iPhone/, 'an iPhone'],
  [/iPad/, 'an iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'a Mac'],
  [/CrOS/, 'a Chromebook'],
  [/Linux/, 'Linux'],
]

/** A browser's description of itself as its owner would put it: `Firefox on Windows`. */
export function deviceInWords(userAgent: string): string {
  const browser = browsers.find(([sign]) => sign.test(userAgent))?.[1]
  const system = systems.find(([sign]) => sign.test(userAgent))?.[1]
  if (browser && system) return `${browser} on ${system}`
  return browser ?? (shortened(oneLine(userAgent), 60) || 'An unknown device')
}
