import type { Tx } from '#platform/db/database.ts'
import type { ListName } from '../word-lists.ts'

/** A word that a council added to a list, or took out of it, and from when until when that holds. */
export type WordChange = {
  readonly id: string
  readonly list: ListName
  readonly phrase: string
  readonly added: boolean
  readonly changedAt: Date
  /** null: the house */
  readonly changedBy: string | null
  readonly endedAt: Date | null
  readonly endedBy: string | null
}

/** Everything that holds now. */
export const changesInForce = (tx: Tx): Promise<WordChange[]> => tx<WordChange[]>`
  select id, list, phrase, added, changed_at, changed_by, ended_at, ended_by
  from mailboxes.sensitive_word where ended_at is null order by list, phrase
`

/** What was ever changed in a list, the newest first. */
export const changesOf = (tx: Tx, list: ListName): Promise<WordChange[]> => tx<WordChange[]>`
  select id, list, phrase, added, changed_at, changed_by, ended_at, ended_by
  from mailboxes.sensitive_word where list = ${list} order by coalesce(ended_at, changed_at) desc, id desc limit 200
`

/** What holds of one phrase, kept from others until the transaction ends. */
export async function changeInForce(tx: Tx, list: ListName, phrase: string): Promise<WordChange | undefined> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`sensitive-word ${list} ${phrase}`}, 0))`
  const [row] = await tx<WordChange[]>`
    select id, list, phrase, added, changed_at, changed_by, ended_at, ended_by
    from mailboxes.sensitive_word where list = ${list} and phrase = ${phrase} and ended_at is null
  `
  return row
}

type By = { readonly at: Date; readonly by: string | null }

export async function insertChange(
  tx: Tx,
  { list, phrase, added }: Pick<WordChange, 'list' | 'phrase' | 'added'>,
  { at, by }: By,
): Promise<void> {
  await tx`
    insert into mailboxes.sensitive_word (list, phrase, added, changed_at, changed_by)
    values (${list}, ${phrase}, ${added}, ${at}, ${by})
  `
}

export async function endChange(tx: Tx, id: string, { at, by }: By): Promise<void> {
  await tx`update mailboxes.sensitive_word set ended_at = ${at}, ended_by = ${by} where id = ${id}`
}
