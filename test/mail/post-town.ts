import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { pino } from 'pino'
import { day, instantOn, nowAt, type Day } from '#kernel/day.ts'
import {
  actNamed,
  carryOut,
  enquiryByReference,
  houseWith,
  raise,
  raiseShape,
  type Enquiry,
  type Happened,
} from '#enquiries/door.ts'
import {
  openDomains,
  openParser,
  openSmtpIntake,
  openTransport,
  processNext,
  sendDue,
  type PostRoom,
} from '#mail/door.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { openFiles } from '#platform/files.ts'
import { changeSetting } from '#platform/settings.ts'
import { testDatabase, type TestDatabase } from '#test/database.ts'
import { openPostBox, replyTo, writeTo, type Letter, type Mail } from '#test/journeys/post-box.ts'
import { smallCouncil, type PersonKey, type SmallCouncil } from '#test/small-council.ts'
import { takeBack } from '../../src/app/by-mail/undelivered.ts'
import { mailDeps } from '../../src/app/mail-arrives.ts'
import { maySend } from '../../src/app/may-send.ts'
import { closeSilent, reopenUntouched } from '../../src/app/timely.ts'
import { follow } from '../../src/app/reactions/reactions.ts'

/**
 * A small council with its real post: mail comes in by SMTP, is dealt with, what follows is written and goes out by SMTP
 * to a post box outside. Time stands still between the things that happen, at the hour it is told.
 */
export type PostTown = {
  readonly db: TestDatabase
  readonly council: SmallCouncil
  /** everything that went out so far, oldest first */
  readonly sent: readonly Mail[]
  /** why an address takes no mail, by address; empty: all take it */
  readonly refusing: Map<string, string>
  readonly turnTo: (on: Day, hour?: number, minute?: number) => void
  /** hands mail over at the door, deals with it, and gives what went out because of it */
  readonly write: (letter: Letter) => Promise<Mail[]>
  readonly reply: (to: Mail, text: string, from?: string) => Promise<Mail[]>
  /** an officer acts on a page; gives what went out because of it */
  readonly does: (who: PersonKey, act: string, reference: string, given?: object) => Promise<Mail[]>
  readonly raises: (who: PersonKey, given: { subject: string; text: string; mailbox?: string }) => Promise<Mail[]>
  /** what the timetable does of a morning; gives what went out because of it */
  readonly morning: () => Promise<Mail[]>
  /** lets what waits to be sent be tried again */
  readonly sendAgain: () => Promise<Mail[]>
  readonly enquiry: (reference: string) => Promise<Enquiry>
  /** what the pages of the quarantine need */
  readonly room: PostRoom
  /** what became of the message that came last */
  readonly lastIntake: () => Promise<{
    state: string
    reason: string | null
    words: string | null
    reference: string | null
  }>
}

export const addressOf = (who: PersonKey): string => `${who.toLowerCase()}@tessbridge.example`

export async function openPostTown(): Promise<PostTown> {
  const closing: (() => unknown)[] = []
  after(async () => {
    for (const close of closing.toReversed()) await close()
  })
  const db = await testDatabase({ connections: 6 })
  const council = await smallCouncil(db.owner)
  await inTransaction(db, 'system', settings)
  const folder = await mkdtemp(join(tmpdir(), 'one-stop-post-'))
  const refusing = new Map<string, string>()
  const post = await openPostBox(to => refusing.get(to))
  let at = instantOn(day('2026-06-01'), 9)
  const clock = () => at
  const log = pino({ level: process.env.TEST_LOG ?? 'error' })
  const happened: Happened[] = []
  const parser = openParser()
  const ground = {
    house: houseWith(async (_tx, what) => void happened.push(what)),
    files: openFiles(folder),
    stamp: { secret: 'the secret of these tests, long enough', domain: 'tessbridge.example' },
    config: { publicUrl: 'https://onestop.tessbridge.example' },
    clock,
  }
  const room: PostRoom = { db, parser, deps: mailDeps(ground), stamp: ground.stamp, log, clock }
  const intake = await openSmtpIntake({ db, port: 0, host: '127.0.0.1', isOurs: openDomains(db), log, clock })
  const transport = openTransport(post.url, ground.files)
  closing.push(
    () => rm(folder, { recursive: true, force: true }),
    () => parser.close(),
    () => post.close(),
    () => transport.close(),
    () => intake.close(),
  )
  const following = { db, stamp: ground.stamp, publicUrl: ground.config.publicUrl, files: ground.files, now: clock }
  const sending = {
    maySend,
    onSettled: (tx: Tx, mail: Parameters<typeof takeBack>[2], how: 'sent' | 'failed') =>
      how === 'failed' ? takeBack(tx, ground, mail) : Promise.resolve(),
  }

  /** Everything that is left to do is done, until nothing is; gives what went out. */
  async function settle(): Promise<Mail[]> {
    const before = post.all.length
    for (let busy = true; busy;) {
      busy = false
      while (await processNext(room)) busy = true
      for (const what of happened.splice(0)) {
        busy = true
        await follow(following, what)
      }
      if ((await sendDue(db, transport, at, sending)).taken > 0) busy = true
    }
    return post.all.slice(before)
  }

  const way = () => ({ now: nowAt(at) })
  return {
    db,
    council,
    room,
    sent: post.all,
    refusing,
    turnTo: (on, hour = 9, minute = 0) => {
      at = new Date(instantOn(on, hour).getTime() + minute * 60_000)
    },
    write: async letter => {
      await writeTo(intake.port, letter)
      return settle()
    },
    reply: async (to, text, from = to.to) => {
      await writeTo(intake.port, replyTo(to, from, text))
      return settle()
    },
    does: async (who, name, reference, given = {}) => {
      const doer = council.people[who]
      const act = actNamed(name)!
      const done = await inTransaction(db, doer.person, tx =>
        carryOut(tx, ground.house, doer, reference, act, act.shape.parse(given) as never, way()),
      )
      if (!done.ok) throw new Error(`${name}: ${done.refusal.words}`)
      return settle()
    },
    raises: async (who, given) => {
      const doer = council.people[who]
      const whole = raiseShape.parse({ member: doer.person, ...given })
      const done = await inTransaction(db, doer.person, tx => raise(tx, ground.house, doer, whole, way()))
      if (!done.ok) throw new Error(done.refusal.words)
      return settle()
    },
    morning: async () => {
      await closeSilent({ db, house: ground.house }, nowAt(at))
      await reopenUntouched({ db, house: ground.house }, nowAt(at))
      return settle()
    },
    sendAgain: settle,
    enquiry: async reference => (await inTransaction(db, 'system', tx => enquiryByReference(tx, reference)))!,
    lastIntake: async () => {
      const [row] = await db.owner<
        { state: string; reason: string | null; words: string | null; reference: string | null }[]
      >`
        select state, reason, words, reference from mail.intake order by id desc limit 1`
      return row!
    },
  }
}

async function settings(tx: Tx): Promise<void> {
  await changeSetting(tx, 'council.name', 'Tessbridge Borough Council', null)
  await changeSetting(tx, 'council.domain', 'tessbridge.example', null)
  await changeSetting(tx, 'council.phone', '01632 960 100', null)
  await changeSetting(tx, 'mail.reply-domain', 'tessbridge.example', null)
  for (const [key, name] of [
    ['mail.one-stop', 'onestop'],
    ['mail.record', 'record'],
    ['mail.help', 'help'],
  ] as const)
    await changeSetting(tx, key, `${name}@tessbridge.example`, null)
}

/** The heading of a mail: what happened. */
export const headingOf = ({ text }: Mail): string => text.split('\n', 1)[0] ?? ''

/** Who got what: `member: We have your enquiry`. */
export const whoGotWhat = (mails: readonly Mail[]): string[] =>
  mails.map(it => `${it.to.split('@')[0]}: ${headingOf(it)}`).toSorted()

export const referenceIn = (mail: Mail | undefined): string => /ME-\d{4}-\d{6}/.exec(mail?.subject ?? '')?.[0] ?? ''
