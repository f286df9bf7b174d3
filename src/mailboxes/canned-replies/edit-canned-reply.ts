import { record } from '#audit/door.ts'
import { allow, refuse, refuseAll, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Form } from '#platform/http/form.ts'
import type { Editing } from '../edit-mailbox/edit-mailbox.ts'
import { missing } from '../fields.ts'
import { heeding } from '../heeding.ts'
import type { Mailbox } from '../mailbox.ts'
import { unknownFields, type CannedReply } from './canned-reply.ts'
import { insertReply, setRetired, updateReply, type CannedWords } from './canned-reply.sql.ts'

/** What the form says, or everything that is wrong with it: a field that nobody can fill in among it. */
export function readCannedReply(form: Form): Result<CannedWords> {
  const name = oneLine(form.text('name'))
  const words = form.text('words')
  const unknown = unknownFields(words)
  const wrong = [
    ...missing(form, 'name', 'Enter a name'),
    ...(name.length > 120 ? [refuse('long', 'Name must be 120 characters or fewer', 'name').refusal] : []),
    ...missing(form, 'words', 'Enter what it says'),
    ...(words.length > 20_000 ? [refuse('long', 'Words must be 20,000 characters or fewer', 'words').refusal] : []),
    ...(unknown ? [refuse('unknown-field', unknown, 'words').refusal] : []),
  ]
  return refuseAll(wrong) ?? allow({ name, words })
}

const taken = {
  canned_reply_named_once: refuse(
    'name-taken',
    'Another canned reply of this mailbox has this name. Enter another',
    'name',
  ),
}

const subjectOf = ({ id, key }: Mailbox) => ({ kind: 'mailbox', id, reference: key })

/** A new canned reply of a mailbox. Refusal: `name-taken`. */
export async function addCannedReply(
  tx: Tx,
  mailbox: Mailbox,
  it: CannedWords,
  { actor, now }: Editing,
): Promise<Result<string>> {
  const added = await heeding(tx, taken, inner => insertReply(inner, mailbox.id, it, { at: now.at, by: actor }))
  if (added.ok)
    await record(tx, {
      at: now.at,
      actor,
      act: 'mailboxes.add-canned-reply',
      subject: subjectOf(mailbox),
      details: { reply: added.value },
    })
  return added
}

/** Changes it as `version` showed it; what it said before is kept. Refusals: `stale-version`, `name-taken`. */
export async function changeCannedReply(
  tx: Tx,
  mailbox: Mailbox,
  before: CannedReply,
  it: CannedWords,
  { actor, now }: Editing,
): Promise<Result<true>> {
  const changed = await heeding(tx, taken, inner => updateReply(inner, before, it, { at: now.at, by: actor }))
  if (!changed.ok) return changed
  if (!changed.value)
    return refuse('stale-version', 'Somebody else changed it meanwhile. Open it again to see what it says now')
  await record(tx, {
    at: now.at,
    actor,
    act: 'mailboxes.change-canned-reply',
    subject: subjectOf(mailbox),
    details: { reply: before.id },
  })
  return allow(true)
}

/** Takes it out of what is offered, or offers it again. Done twice it changes nothing. Refusal: `name-taken`. */
export async function retireCannedReply(
  tx: Tx,
  mailbox: Mailbox,
  { id }: CannedReply,
  retired: boolean,
  { actor, now }: Editing,
): Promise<Result<true>> {
  const set = await heeding(tx, taken, inner => setRetired(inner, id, retired ? now.at : null))
  if (!set.ok) return set
  if (set.value)
    await record(tx, {
      at: now.at,
      actor,
      act: retired ? 'mailboxes.retire-canned-reply' : 'mailboxes.offer-canned-reply',
      subject: subjectOf(mailbox),
      details: { reply: id },
    })
  return allow(true)
}
