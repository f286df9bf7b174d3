import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Statement } from '../db/at-once.ts'
import type { Database, Tx } from '../db/database.ts'

/** A kind of job: `room.what`, declared once in app, enqueued inside a domain transaction, done by a worker. */
export type JobName = `${string}.${string}`

export type EnqueueOptions = { readonly startAfter?: Date; readonly onceKey?: string }

export type Jobs = {
  /** puts a job into the transaction: it exists exactly when the transaction commits */
  readonly enqueue: (tx: Tx, name: JobName, data: object, options?: EnqueueOptions) => Promise<void>
  /** the same as a statement to be sent with others; only for kinds that come by the hundred */
  readonly job: (tx: Tx, name: JobName, data: object) => Statement
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
 * kinds of the house, so that a misspelt name fails at once. A worker is called for each job, but not for the kinds that
 * come `byTheHundred`: it looks for those twice a second and finds many, and whoever leaves one pays for no call.
 */
export async function openJobs(
  db: Database,
  names: readonly JobName[],
  log: Logger,
  { worker, byTheHundred = [] }: { readonly worker: boolean; readonly byTheHundred?: readonly JobName[] },
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
  await makeQueues(boss, names, byTheHundred)
  const insertions = new Map<string, Insertion>()
  for (const name of names) insertions.set(name, await insertionOf(boss, name))
  const put = (tx: Tx, name: JobName, data: object, options: EnqueueOptions = {}): Statement => {
    const insertion = insertions.get(name)
    if (!insertion) throw new Error(`no job is called ${name}`)
    return insertion(tx, data, options)
  }
  return {
    enqueue: async (tx, name, data, options) => void (await put(tx, name, data, options)),
    job: (tx, name, data) => {
      if (!byTheHundred.includes(name)) throw new Error(`${name} comes one by one`)
      return put(tx, name, data)
    },
    work: async (name, handle, batchSize = 20) => {
      await boss.work(name, { batchSize, pollingIntervalSeconds: 0.5, burstWhenBatchFull: true }, jobs =>
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
} as const

/** Whoever comes first makes the queues: the web may enqueue before any worker has run. */
async function makeQueues(boss: PgBoss, names: readonly JobName[], byTheHundred: readonly JobName[]): Promise<void> {
  const made = new Map((await boss.getQueues()).map(it => [it.name, it]))
  for (const name of names) {
    const notify = !byTheHundred.includes(name)
    const known = made.get(name)
    if (!known) await boss.createQueue(name, { ...queueOptions, notify })
    else if (known.notify !== notify) await boss.updateQueue(name, { notify })
  }
}

type Insertion = (tx: Tx, data: object, options: EnqueueOptions) => Statement

/**
 * How the queue writes a job of this kind. It is asked once, with a database that only listens, so that the statement can
 * be sent together with others, and as often as wanted without being made anew.
 */
async function insertionOf(boss: PgBoss, name: JobName): Promise<Insertion> {
  let asked: readonly [string, string] | undefined
  const listening = {
    executeSql: async (text: string, values: unknown[] = []) => {
      asked = [text, String(values[0])]
      return { rows: [{ id: '' }] }
    },
  }
  await boss.send(name, {}, { db: listening })
  const [text = '', jobs = '[{}]'] = asked ?? []
  const parts = text.split('$1')
  if (parts.length !== 2) throw new Error(`the queue writes jobs in a way that is not known: ${text}`)
  const strings = Object.assign(parts, { raw: parts })
  const [empty] = JSON.parse(jobs) as [object]
  return (tx, data, { startAfter, onceKey }) =>
    tx(
      strings,
      JSON.stringify([
        { ...empty, data, ...(startAfter && { startAfter }), ...(onceKey && { singletonKey: onceKey }) },
      ]),
    )
}
