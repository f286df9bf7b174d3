import { allow, refuse, refuseAll, type Result } from '#kernel/result.ts'
import { oneLine } from '#kernel/text.ts'
import { record } from '#audit/door.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Form } from '#platform/http/form.ts'
import { updateTopic } from '../change.sql.ts'
import { changedFields, type Editing } from '../edit-mailbox/edit-mailbox.ts'
import { missing, typedLimit, wrongKey } from '../fields.ts'
import { heeding } from '../heeding.ts'
import { insertTopic, type TopicFacts } from '../set-up.sql.ts'
import { kinds, type Kind, type Topic } from '../topic.ts'

const isKind = (word: string): word is Kind => (kinds as readonly string[]).includes(word)

/** What the form says of a topic, or everything that is wrong with it. Words stand one on a line or between commas. */
export function readTopic(form: Form): Result<TopicFacts> {
  const { limit, wrong: wrongLimit } = typedLimit(form)
  const [kind, lgsl] = [form.text('kind'), form.text('lgsl')]
  const words = [
    ...new Set(
      form
        .text('words')
        .split(/[\n,;]/)
        .map(oneLine)
        .filter(Boolean),
    ),
  ]
  const wrong = [
    ...missing(form, 'name', 'Enter a name'),
    ...wrongKey(form.text('key')),
    ...(words.length > 0 ? [] : [refuse('words', 'Enter the words people use for it', 'words').refusal]),
    ...(words.length > 100 || words.some(it => it.length > 80)
      ? [refuse('words', 'Words must be 100 or fewer, each of 80 characters or fewer', 'words').refusal]
      : []),
    ...(isKind(kind) ? [] : [refuse('kind', 'Select a kind', 'kind').refusal]),
    ...wrongLimit,
    ...(/^\d{0,6}$/.test(lgsl) ? [] : [refuse('lgsl', 'Service list number must be a number', 'lgsl').refusal]),
  ]
  if (!isKind(kind) || wrong.length > 0) return refuseAll(wrong)!
  const needsReview = form.texts('needsReview').includes('yes')
  return allow({
    key: form.text('key'),
    name: oneLine(form.text('name')),
    words,
    kind,
    limitWorkingDays: limit,
    lgsl: lgsl ? Number(lgsl) : null,
    needsReview,
  })
}

const taken = {
  topic_key_key: refuse('key-taken', 'Another topic has this short name. Enter another', 'key'),
  topic_name_key: refuse('name-taken', 'Another topic has this name. Enter another', 'name'),
}

/** A new topic of the register. Refusals: `key-taken`, `name-taken`. */
export async function defineTopic(tx: Tx, facts: TopicFacts, { actor, now }: Editing): Promise<Result<string>> {
  const added = await heeding(tx, taken, inner => insertTopic(inner, facts))
  if (added.ok)
    await record(tx, {
      at: now.at,
      actor,
      act: 'mailboxes.define-topic',
      subject: { kind: 'topic', id: added.value, reference: facts.key },
    })
  return added
}

/** Changes a topic as `version` showed it. Refusals: `stale-version`, `key-taken`, `name-taken`. */
export async function changeTopic(
  tx: Tx,
  before: Topic,
  version: number,
  facts: TopicFacts,
  { actor, now }: Editing,
): Promise<Result<true>> {
  const changed = await heeding(tx, taken, inner => updateTopic(inner, before.id, version, facts))
  if (!changed.ok) return changed
  if (!changed.value)
    return refuse('stale-version', 'Somebody else changed this topic meanwhile. Open it again to see what it says now')
  const details = { changed: changedFields(before, facts) }
  await record(tx, {
    at: now.at,
    actor,
    act: 'mailboxes.change-topic',
    subject: { kind: 'topic', id: before.id, reference: facts.key },
    details,
  })
  return allow(true)
}
