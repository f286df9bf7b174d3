import { inTransaction, type Database } from '../../platform/db/database.ts'
import { commitToDisk, insertDelivered, type Delivered } from './intake-store.sql.ts'

const largestBatch = 50
const largestBatchBytes = 8 * 1024 * 1024

type Waiting = { readonly message: Delivered; readonly stored: () => void; readonly failed: (error: unknown) => void }

export type Keeping = {
  /** resolves once the message is on the disk; rejects when it is not, and then it must not be acknowledged */
  readonly keep: (message: Delivered) => Promise<void>
  /** resolves when nothing is being stored */
  readonly idle: () => Promise<void>
}

/**
 * Stores messages durably, together: while one commit waits for the disk the next ones gather, so that many senders
 * share one sync and a single one does not wait for others.
 */
export function commitTogether(db: Database): Keeping {
  const waiting: Waiting[] = []
  let running: Promise<void> | undefined
  const run = async () => {
    // what arrives in the same turn of the event loop goes together from the start
    await new Promise(setImmediate)
    while (waiting.length > 0) await store(db, takeBatch(waiting))
    running = undefined
  }
  return {
    keep: message =>
      new Promise((stored, failed) => {
        waiting.push({ message, stored, failed })
        running ??= run()
      }),
    idle: async () => {
      while (running) await running
    },
  }
}

function takeBatch(waiting: Waiting[]): Waiting[] {
  let [count, bytes] = [0, 0]
  while (count < waiting.length && count < largestBatch && (count === 0 || bytes < largestBatchBytes)) {
    bytes += waiting[count]!.message.bytes.length
    count++
  }
  return waiting.splice(0, count)
}

/** One transaction for all; if that fails, each alone, so that one message cannot make its neighbours fail. */
async function store(db: Database, batch: Waiting[]): Promise<void> {
  try {
    await insertAll(db, batch)
    for (const it of batch) it.stored()
  } catch (error) {
    const [only] = batch
    if (batch.length === 1 && only) return only.failed(error)
    for (const it of batch) await store(db, [it])
  }
}

async function insertAll(db: Database, batch: readonly Waiting[]): Promise<void> {
  await inTransaction(db, 'system', tx =>
    Promise.all([commitToDisk(tx), ...batch.map(it => insertDelivered(tx, it.message))]),
  )
}
