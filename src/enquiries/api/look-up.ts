import { z } from 'zod'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { mailboxByKey, topicByKey } from '#mailboxes/door.ts'
import { personByAddress, wards } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'

/** What a request names by id or by the word people know it by. */
export const personField = (missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(254, missing).describe('A person’s id or e-mail address')
export const keyField = (missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(200, missing).describe('Its id or its key')

export const personNamed = async (tx: Tx, named: string, field: string, words: string): Promise<Result<string>> =>
  named.includes('@') ? found((await personByAddress(tx, named))?.id, field, words) : found(idOf(named), field, words)

export const mailboxNamed = async (tx: Tx, named: string, field = 'mailbox'): Promise<Result<string>> =>
  found(idOf(named) ?? (await mailboxByKey(tx, named))?.id, field, 'There is no such mailbox')

export const topicNamed = async (tx: Tx, named: string): Promise<Result<string>> =>
  found(idOf(named) ?? (await topicByKey(tx, named))?.id, 'topic', 'There is no such topic')

export const wardNamed = async (tx: Tx, named: string): Promise<Result<string>> =>
  found(idOf(named) ?? (await wards(tx)).find(it => it.key === named)?.id, 'ward', 'There is no such ward')

export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

const idOf = (named: string): string | undefined => (isId(named) ? named : undefined)

const found = (id: string | undefined, field: string, words: string): Result<string> =>
  id ? allow(id) : refuse(`no-such-${field}`, words, field)
