import { setTimeout as pause } from 'node:timers/promises'
import { seal, trustedKeys, verifyAndKeep } from '#audit/door.ts'
import {
  openDomains,
  openImapIntake,
  openSmtpIntake,
  openTransport,
  readImapUrl,
  sendDue,
  startPostRound,
  type ImapIntake,
  type PostRound,
  type Sending,
  type SmtpIntake,
} from '#mail/door.ts'
import { hasVocabulary, runBulk, sweepTraces, type Happened } from '#enquiries/door.ts'
import { sweep } from '#escalation/door.ts'
import { hasFacts, keepFacts, mend, rollUp } from '#reports/door.ts'
import { sweepLinks } from '#people/door.ts'
import type { Day } from '#kernel/day.ts'
import { nowAt } from '#kernel/day.ts'
import { inTransaction, type Database } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { takeBack } from './by-mail/undelivered.ts'
import type { Ground } from './ground.ts'
import { postRoom } from './post-room.ts'
import { deliver, sweepDeliveries } from '#connections/door.ts'
import { eraseConfirmed, searchForPerson } from '#privacy/door.ts'
import { drawDue } from '#quality/door.ts'
import { freezeDue } from '#review/door.ts'
import { checkpoint } from './checkpoint.ts'
import { sendDigests } from './digests.ts'
import { sendRoundUps } from './round-ups.ts'
import { remindScorers } from './remind-scorers.ts'
import { remindDpo } from './remind-dpo.ts'
import { learn } from './learn.ts'
import { offerCover } from './offer-cover.ts'
import { follow, followAll, happenedJob, type Following } from './reactions/reactions.ts'
import {
  closeSilent,
  compareWithEvents,
  recalculate,
  followPartners,
  giveOutWaiting,
  followPromises,
  remindContributors,
  remindMembers,
  reopenUntouched,
} from './timely.ts'
import { timetable } from './timetable.ts'
import { maySend } from './may-send.ts'

export type Worker = { readonly smtpPort: number | undefined; readonly stop: () => Promise<void> }

/** Everything that happens without anybody waiting for it: mail in and out, what follows from events, the timetable. */
export async function startWorker(ground: Ground): Promise<Worker> {
  await workJobs(ground)
  const round = startPostRound(postRoom(ground))
  const { smtpPort, lmtpPort } = ground.config
  const intakes = await Promise.all([openIntake(ground, round, smtpPort), openIntake(ground, round, lmtpPort, true)])
  const fetching = startFetching(ground, round)
  const sending = startSending(ground)
  return {
    smtpPort: intakes[0]?.port,
    stop: async () => {
      await Promise.all([...intakes.map(it => it?.close()), fetching?.stop()])
      await Promise.all([round.stop(), sending.stop()])
    },
  }
}

function openIntake(
  { config, db, log, clock }: Ground,
  { wake }: PostRound,
  port: number | undefined,
  lmtp = false,
): Promise<SmtpIntake> | undefined {
  if (port === undefined) return undefined
  const isOurs = openDomains(db)
  return openSmtpIntake({ db, port, host: config.host, isOurs, log, onStored: wake, clock, lmtp })
}

function startFetching({ config, db, log, clock }: Ground, { wake }: PostRound): ImapIntake | undefined {
  if (!config.imapUrl) return undefined
  return openImapIntake({ db, place: readImapUrl(config.imapUrl), log, onStored: wake, clock })
}

/** Sends what is due; looks again after half a second when there was nothing. */
function startSending({ config, db, house, files, stamp, log, clock }: Ground): { stop: () => Promise<void> } {
  const transport = config.smtpUrl ? openTransport(config.smtpUrl, files) : undefined
  const stopping = new AbortController()
  const sending: Sending = {
    maySend,
    // refused for good while it was handed over: as if it had come back
    onSettled: async (tx, mail, how) =>
      how === 'failed' ? takeBack(tx, { house, clock, stamp, config }, mail) : undefined,
  }
  const round = (async () => {
    while (!stopping.signal.aborted) {
      const sent = await sendDue(db, transport, clock(), sending).catch((err: unknown) => {
        log.error({ err }, 'outgoing mail could not be dealt with; trying again')
        return { taken: 0 }
      })
      if (sent.taken === 0) await pause(500, undefined, { signal: stopping.signal }).catch(() => {})
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      await round
      transport?.close()
    },
  }
}

/** What is kept only for a while: how long, the council says. */
const sweepOld = (db: Database, at: Date) =>
  inTransaction(db, 'system', async tx => {
    const days = await setting(tx, 'enquiries.keep-traces-days')
    const before = new Date(at.getTime() - days * 86_400_000)
    await sweepTraces(tx, before)
    await sweepDeliveries(tx, before)
  })

async function workJobs(ground: Ground): Promise<void> {
  const { jobs, db, house, stamp, config, log, clock } = ground
  const now = () => nowAt(clock())
  const digests = { db, stamp, publicUrl: config.publicUrl }
  const following = { db, jobs, stamp, publicUrl: config.publicUrl, now: clock }
  await jobs.work(happenedJob, async batch => followed(following, batch), 50)
  await jobs.work('enquiries.bulk', async batch =>
    eachDone(batch, ({ data }) => runBulk(db, house, (data as { bulk: string }).bulk, now)),
  )
  await jobs.work('enquiries.close-silent', async () => void (await closeSilent({ db, house }, now())))
  await jobs.work('enquiries.reopen-untouched', async () => void (await reopenUntouched({ db, house }, now())))
  await jobs.work('enquiries.remind', async () => void (await remindMembers({ db, house }, now())))
  await jobs.work('escalation.sweep', async () => void (await sweep(db, house, now())))
  await jobs.work('enquiries.give-out', async () => void (await giveOutWaiting({ db, house }, now())))
  await jobs.work('enquiries.offer-cover', async () => void (await offerCover(following, now())))
  await jobs.work('enquiries.remind-contributions', async () => void (await remindContributors({ db, house }, now())))
  await jobs.work('enquiries.follow-promises', async () => void (await followPromises({ db, house }, now())))
  await jobs.work('enquiries.follow-partners', async () => void (await followPartners({ db, house }, now())))
  await jobs.work('enquiries.recalculate', async batch => {
    for (const { data } of batch)
      await recalculate({ db, house }, (data as { affectedDays: Day[] }).affectedDays, now())
  })
  await jobs.work('enquiries.compare-with-events', async () => {
    const different = await compareWithEvents({ db, house })
    if (different.length > 0)
      log.error({ references: different.slice(0, 20), n: different.length }, 'rows differ from their events')
  })
  await jobs.work('enquiries.learn', async () => learn(db, now().today))
  await jobs.work('enquiries.sweep', async () => sweepOld(db, clock()))
  await jobs.work('reports.roll-up', async () => rollUp(db, now()))
  await jobs.work('reports.mend', async () => {
    const { mended, months } = await mend(db, now())
    if (mended.length + months.length > 0)
      log.error({ references: mended.slice(0, 20), n: mended.length, months }, 'figures differed from events: mended')
  })
  await jobs.work('quality.draw-samples', async () => void (await drawDue(db, now())))
  await jobs.work('quality.remind-scorers', async () => void (await remindScorers(digests, now())))
  await jobs.work('reports.freeze', async () => void (await freezeDue(db, now())))
  const searching = { db, files: ground.files, now: clock }
  await jobs.work('privacy.search', async batch =>
    eachDone(batch, async ({ data }) => {
      const { disclosure } = data as { disclosure: string }
      const more = await searchForPerson(searching, disclosure)
      if (more) await inTransaction(db, 'system', tx => jobs.enqueue(tx, 'privacy.search', { disclosure }))
    }),
  )
  await jobs.work('audit.seal', async () => void (await inTransaction(db, 'system', tx => seal(tx))))
  await jobs.work('audit.verify', async () => {
    const trusted = await trustedKeys([config.auditKeyFile, `${config.auditKeyFile}.former`])
    const found = await inTransaction(db, 'system', tx => verifyAndKeep(tx, clock(), trusted))
    if (!found.sound) log.error({ words: found.words }, 'the audit trail does not fit its chain')
  })
  await jobs.work('privacy.erase', async () => void (await eraseConfirmed(ground, now)))
  await jobs.work('audit.checkpoint', async () => void (await checkpoint(ground, clock())))
  await jobs.work(
    'people.sweep-links',
    async () => void (await inTransaction(db, 'system', tx => sweepLinks(tx, clock()))),
  )
  await jobs.work('privacy.remind', async () => void (await remindDpo(digests, now())))
  await jobs.work('mail.send-digests', async () => {
    await sendDigests(digests, now())
    await sendRoundUps(digests, now())
  })
  const delivering = { db, jobs, secret: ground.secret, now: clock }
  await jobs.work('connections.deliver', async batch =>
    eachDone(batch, ({ data }) => deliver(delivering, (data as { delivery: string }).delivery)),
  )
  for (const { name, cron } of timetable) await jobs.schedule(name, cron)
  await inTransaction(db, 'system', async tx => {
    // what climbed while no worker ran does not wait for the evening
    await jobs.enqueue(tx, 'escalation.sweep', {}, { onceKey: 'start' })
    // an erasing that a stop interrupted goes on
    await jobs.enqueue(tx, 'privacy.erase', {}, { onceKey: 'start' })
    // a council brought up to date does not wait for the night
    if (!(await hasVocabulary(tx))) await jobs.enqueue(tx, 'enquiries.learn', {}, { onceKey: 'first' })
    if (!(await hasFacts(tx))) await jobs.enqueue(tx, 'reports.mend', {}, { onceKey: 'first' })
  })
}

/**
 * What follows from a batch of events: the facts of their enquiries, and the letters. Neither waits for the other to
 * succeed. The letters of all are written together; when one of them cannot be, each is tried by itself.
 */
async function followed(following: Following, batch: readonly { data: Happened }[]): Promise<void> {
  const { db, now } = following
  const enquiries = [...new Set(batch.map(({ data }) => data.enquiryId))]
  const facts = () => inTransaction(db, 'system', tx => keepFacts(tx, enquiries, nowAt(now()).today))
  const together = () =>
    followAll(
      following,
      batch.flatMap(({ data }) => data.eventIds),
    )
  const oneByOne = () => eachDone(batch, ({ data }) => follow(following, data))
  await eachDone([facts, () => together().catch(oneByOne)], async each => void (await each()))
}

/**
 * Does every job of a batch, also behind one that fails; then fails as that one did. The batch is tried again whole,
 * which repeats nothing: what is done is known by its event.
 */
async function eachDone<T>(batch: readonly T[], work: (it: T) => Promise<void>): Promise<void> {
  const failures: unknown[] = []
  for (const it of batch) await work(it).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}
