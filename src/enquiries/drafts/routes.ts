import { refuse } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import { json, missing, problem, redirect, type Answer } from '#platform/http/answer.ts'
import type { Asked, Route } from '#platform/http/route.ts'
import { draftOf, dropDraft, keepDraft } from '../draft.sql.ts'
import { enquiryByReference } from '../enquiry.sql.ts'
import { sentUnder } from '../new/sent.sql.ts'
import { aboutOf, filesIn, keptFields, withFiles } from './draft.ts'

/** Where forms save themselves while somebody writes. A draft is its writer's alone; the database sees to that. */
export function draftRoutes(): Route[] {
  const may = 'enquiries.read'
  return [
    { method: 'POST', path: '/enquiries/drafts/:about', may, handle: save },
    { method: 'POST', path: '/enquiries/drafts/:about/discard', may, handle: discard },
  ]
}

async function save(asked: Asked): Promise<Answer> {
  const it = aboutOf(asked.params.about ?? '')
  if (!it) return missing
  const fields = keptFields(asked.form.typed)
  if (!fields) return problem(refuse('too-large', 'This is too long to be kept as a draft').refusal)
  return asked.transact(async tx => {
    if (it.reference && !(await enquiryByReference(tx, it.reference))) return missing
    return (await isStale(tx, asked, it.about))
      ? problem(refuse('stale-version', 'This form was sent or begun again in another window').refusal)
      : keep(tx, asked, it.about, fields)
  })
}

async function keep(tx: Tx, asked: Asked, about: string, fields: Record<string, string>): Promise<Answer> {
  const { viewer, now, form } = asked
  const before = await draftOf(tx, viewer.person!, about)
  // a new enquiry is written on several pages; any other form comes whole, and what was unticked is not in it
  const begun = about === 'new' ? { key: form.text('key'), ...before?.fields } : withFiles({}, filesIn(before))
  await keepDraft(tx, viewer.person!, about, { ...begun, ...fields }, now.at)
  return json({ savedAt: now.at.toISOString() })
}

/** A page left open must not bring back what was sent, nor write over what was begun since. */
async function isStale(tx: Tx, { viewer, form }: Asked, about: string): Promise<boolean> {
  const key = form.text('key')
  if (about !== 'new' || !key) return false
  const [sent, draft] = await Promise.all([sentUnder(tx, viewer.person!, key), draftOf(tx, viewer.person!, about)])
  return sent !== undefined || (draft !== undefined && draft.fields.key !== key)
}

async function discard(asked: Asked): Promise<Answer> {
  const it = aboutOf(asked.params.about ?? '')
  if (!it) return missing
  await asked.transact(tx => dropDraft(tx, asked.viewer.person!, it.about))
  return redirect(it.reference ? `/enquiries/${it.reference}` : `/enquiries/${it.about}`, 'The draft is deleted')
}
