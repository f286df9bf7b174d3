import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'
import { hashOf } from './secret.ts'
import { countAttempts, deleteAttempts, insertAttempts, lockKey } from './throttle.sql.ts'

/** What is tried, and on whom: an address as typed, known or not, or a person's id. */
export type Tried = { readonly kind: 'password' | 'code'; readonly whose: string; readonly from: string }

/** Failed ones on one account, and from one network address, behind which a whole council may sit. */
const atMost = { inQuarter: 10, inDay: 50, fromAddress: 150 }
const quarterMs = 15 * 60_000
const dayMs = 86_400_000

/**
 * Lets an attempt through unless too many failed before it; undefined: not now. It is counted before it is made, and in
 * a transaction of its own, so that it holds over all processes; `worked` takes it out again. What is turned away is
 * not counted, so that nobody keeps somebody else out for ever by knocking on.
 */
export async function attempt(db: Database, it: Tried, at: Date): Promise<{ worked: () => Promise<void> } | undefined> {
  const account = hashOf(`${it.kind} ${it.whose.toLowerCase()}`)
  const address = hashOf(`${it.kind} from ${it.from}`)
  const ids = await inTransaction(db, 'system', async tx => {
    await lockKey(tx, account)
    return (await tooMany(tx, account, address, at)) ? undefined : insertAttempts(tx, [account, address], at)
  })
  if (!ids) return undefined
  return { worked: () => inTransaction(db, 'system', tx => deleteAttempts(tx, ids, account)) }
}

async function tooMany(tx: Tx, account: Buffer, address: Buffer, at: Date): Promise<boolean> {
  const since = (ms: number) => new Date(at.getTime() - ms)
  const [quarter, day, from] = await Promise.all([
    countAttempts(tx, account, since(quarterMs)),
    countAttempts(tx, account, since(dayMs)),
    countAttempts(tx, address, since(quarterMs)),
  ])
  return quarter >= atMost.inQuarter || day >= atMost.inDay || from >= atMost.fromAddress
}
