import { refuse, refuseAll, type Refused } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import type { Decision, MessageKind } from '../act.ts'
import type { NewAttachment } from '../attachment.sql.ts'
import type { Way } from '../doer.ts'

/** The field in which the sender says why a file may go although it hides something. */
export const hiddenField = 'hiddenReason'

export const reasonsToSend = ['meant', 'harmless', 'needed'] as const

/** Why a file may go although it hides something: a code, because the trail holds no words of people. */
export const whyItMayGo: Readonly<Record<(typeof reasonsToSend)[number], string>> = {
  meant: 'The reader is meant to see it',
  harmless: 'I looked through it: it says nothing about a person, and no secret',
  needed: 'The reader needs the file as it is, and may know all of it',
}

export const isReason = (text: string): text is keyof typeof whyItMayGo => Object.hasOwn(whyItMayGo, text)

/** Words that leave the council, to the member or a partner, or will once a second person has read them. */
const goingOut: readonly MessageKind[] = [
  'answer',
  'submission',
  'question',
  'update',
  'extension',
  'broken-promise',
  'hand-over',
  'closing',
]

/** The files that would go out and hide what somebody has to answer for. */
export function hidingIn({ words, files = [] }: Decision, way: Pick<Way, 'files'>): readonly NewAttachment[] {
  if (!words || (words.internal && words.kind !== 'submission') || !goingOut.includes(words.kind)) return []
  return [...(way.files ?? []), ...files].filter(asksAbout)
}

export const asksAbout = ({ hidden = [] }: NewAttachment): boolean => hidden.some(it => it.weight === 'ask')

/** Why files may not go yet: nobody said why, or the council forbids it. Undefined where none hides anything. */
export async function barredByHidden(tx: Tx, decision: Decision, way: Way): Promise<Refused | undefined> {
  const hiding = hidingIn(decision, way)
  if (hiding.length === 0) return undefined
  const forbidden = (await setting(tx, 'enquiries.hidden-data')) === 'forbid'
  if (!forbidden && isReason(way.hiddenReason ?? '')) return undefined
  return refuseAll(hiding.map(it => (forbidden ? mayNotGo(it) : sayWhy(it)).refusal))
}

const mayNotGo = ({ name }: NewAttachment): Refused =>
  refuse(
    'hidden-data',
    `Remove “${name}”: something is hidden in it, and the council does not send such files`,
    'files',
  )

const sayWhy = ({ name }: NewAttachment): Refused =>
  refuse('hidden-data', `Select why “${name}” may go with what is hidden in it, or remove it`, hiddenField)
