import { createHash } from 'node:crypto'
import type { Form } from '#platform/http/form.ts'
import type { Asked } from '#platform/http/route.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Reference } from '#kernel/reference.ts'
import { keepOnce, requestUnder } from '../once.sql.ts'

/** The field that tells one opened form from another; a form that is sent twice carries the same. */
export const onceField = 'once'

/** Everything that was typed and chosen, in short. */
const digestOf = ({ typed }: Form): string => {
  const said = Object.entries(typed).filter(([name]) => !name.startsWith('_'))
  return createHash('sha256')
    .update(JSON.stringify(said.toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex')
}

/** Writes down that this very form was carried out, and to which enquiry it led. */
export async function carriedOutOnce(tx: Tx, { form, viewer, now }: Asked, reference: string): Promise<void> {
  const key = form.text(onceField)
  if (isKey(key)) await keepOnce(tx, viewer.person!, key, digestOf(form), reference, now.at)
}

/**
 * Where this very form, in these very words, led when it was carried out before: a second click, or sent again after
 * “back”. The same form with other words is none: that is somebody writing on an old page, who is told what is new.
 */
export async function ledBefore(tx: Tx, { form, viewer }: Asked): Promise<Reference | undefined> {
  const key = form.text(onceField)
  const sent = isKey(key) ? await requestUnder(tx, viewer.person!, key) : undefined
  return sent?.requestSha256 === digestOf(form) ? sent.reference : undefined
}

const isKey = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text)
