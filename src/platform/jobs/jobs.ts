import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Database, Tx } from '../db/database.ts'

/** A kind of job: `room.what`, declared once in app, enqueued inside a domain transaction, done by a worker. */
export type JobName = `${string}.${string}`

export type EnqueueOptions = { readonly startAfter?: Date; readonly onceKey?: string }

export type Jobs = {
  /** puts a job into the transaction: it exists exactly when the transaction commits */
  readonly enqueue: (tx: Tx, name: JobName, data: object, options?: EnqueueOptions) => Promise<void>
  /** does jobs of one kind, a batch at a time; what throws is tried again with growing pauses */
  readonly work: (
    name: JobName,
    handle: (jobs: readonly { id: string; data: never }[]) => Promise<void>,
    batchSize?: number,
  ) => Promise<void>
  /** a cron line in London time */
  readonly schedule: (name: JobName, cron: string) => Promise<void>
  readonly stop: () => Promise<void>
}

/**
 * Opens the queue. The web only enqueues; the worker also does jobs and keeps the queue healthy. `names` are all the
 * kinds of the house, so that a misspelt name fails at once.
 */
export async function openJobs(
  db: Database,
  names: readonly JobName[],
  log: Logger,
  { worker }: { worker: boolean },
): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: db.url,
    schema: 'jobs',
    application_name: 'one-stop jobs',
    max: worker ? 4 : 1,
    migrate: false,
    createSchema: false,
    supervise: worker,
    schedule: worker,
    useListenNotify: worker,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  })
  boss.on('error', err => log.error({ err }, 'the job queue reports an error'))
  await boss.start()
  // whoever comes first makes the queues: the web may enqueue before any worker has run
  for (const name of names) await boss.createQueue(name, queueOptions)
  const known = new Set<string>(names)
  return {
    enqueue: async (tx, name, data, options = {}) => {
      if (!known.has(name)) throw new Error(`no job is called ${name}`)
      await boss.send(name, data, {
        db: inside(tx),
        ...(options.startAfter && { startAfter: options.startAfter }),
        ...(options.onceKey && { singletonKey: options.onceKey }),
      })
    },
    work: async (name, handle, batchSize = 20) => {
      await boss.work(name, { batchSize, pollingIntervalSeconds: 1, burstWhenBatchFull: true }, jobs =>
        handle(jobs as never),
      )
    },
    schedule: (name, cron) => boss.schedule(name, cron, {}, { tz: 'Europe/London' }),
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

const queueOptions = {
  retryLimit: 20,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 600,
  expireInSeconds: 300,
  // a job whose worker was killed is done by the next one within half a minute, not after the whole five
  heartbeatSeconds: 15,
  notify: true,
} as const

const inside = (tx: Tx) => ({
  executeSql: async (text: string, values: unknown[] = []) => ({
    rows: [...(await tx.unsafe(text, values as never[], { prepare: true }))],
  }),
})
