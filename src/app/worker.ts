import { setTimeout as pause } from 'node:timers/promises'
import { seal } from '#audit/door.ts'
import { openIntake, openParser, processNext, sendDue, openTransport, type PostRoom } from '#mail/door.ts'
import { sweepLinks } from '#people/door.ts'
import type { Day } from '#kernel/day.ts'
import { nowAt } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import type { Ground } from './ground.ts'
import { mailDeps } from './mail-arrives.ts'
import { follow, happenedJob } from './reactions/reactions.ts'
import { closeSilent, compareWithEvents, recalculate, reopenUntouched } from './timely.ts'
import { timetable } from './timetable.ts'
import { maySend } from './may-send.ts'

export type Worker = { readonly smtpPort: number | undefined; readonly stop: () => Promise<void> }

/** Everything that happens without anybody waiting for it: mail in and out, what follows from events, the timetable. */
export async function startWorker(ground: Ground): Promise<Worker> {
  await workJobs(ground)
  const intake = await openIntake({ db: ground.db, port: ground.config.smtpPort, host: ground.config.host, log: ground.log })
  const parser = openParser()
  const room: PostRoom = { db: ground.db, parser, deps: mailDeps(ground), stamp: ground.stamp, log: ground.log }
  const transport = ground.config.smtpUrl ? openTransport(ground.config.smtpUrl) : undefined
  const stopped = new AbortController()
  const loops = [
    loop(ground, stopped.signal, 'incoming mail', () => processNext(room)),
    loop(ground, stopped.signal, 'outgoing mail', async () => (await sendDue(ground.db, transport, new Date(), { maySend })).taken > 0),
  ]
  return {
    smtpPort: intake?.port,
    stop: async () => {
      stopped.abort()
      await intake?.close()
      await Promise.all(loops)
      await parser.close()
      transport?.close()
    },
  }
}

/** Does `step` again at once while it finds something to do, else looks again after half a second. */
async function loop(ground: Ground, stopped: AbortSignal, what: string, step: () => Promise<boolean>): Promise<void> {
  while (!stopped.aborted) {
    const found = await step().catch((err: unknown) => {
      ground.log.error({ err }, `${what} could not be dealt with; trying again`)
      return false
    })
    if (!found) await pause(500, undefined, { signal: stopped }).catch(() => {})
  }
}

async function workJobs(ground: Ground): Promise<void> {
  const { jobs, db, house, stamp, config, log } = ground
  const now = () => nowAt(new Date())
  const following = { db, stamp, publicUrl: config.publicUrl, now: () => new Date() }
  await jobs.work(happenedJob, async batch => {
    for (const { data } of batch) await follow(following, data)
  }, 50)
  await jobs.work('enquiries.close-silent', async () => void (await closeSilent({ db, house }, now())))
  await jobs.work('enquiries.reopen-untouched', async () => void (await reopenUntouched({ db, house }, now())))
  await jobs.work('enquiries.recalculate', async batch => {
    for (const { data } of batch) await recalculate({ db, house }, (data as { affectedDays: Day[] }).affectedDays, now())
  })
  await jobs.work('enquiries.compare-with-events', async () => {
    const different = await compareWithEvents({ db, house })
    if (different.length > 0) log.error({ references: different.slice(0, 20), n: different.length }, 'rows differ from their events')
  })
  await jobs.work('audit.seal', async () => void (await inTransaction(db, 'system', tx => seal(tx))))
  await jobs.work('people.sweep-links', async () => void (await inTransaction(db, 'system', tx => sweepLinks(tx, new Date()))))
  for (const { name, cron } of timetable) await jobs.schedule(name, cron)
}
