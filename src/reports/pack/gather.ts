import { currentCalendar, type Calendar } from '#clock/door.ts'
import { capacity, rungWords, type Capacity, type Rung } from '#enquiries/door.ts'
import { addDays, type Day } from '#kernel/day.ts'
import { allMailboxes, topics, type Mailbox } from '#mailboxes/door.ts'
import { directorates, services } from '#people/door.ts'
import type { Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { figures } from '../figures/figures.ts'
import type { FigureRow } from '../figures/figure.ts'
import type { Dimension } from '../figures/dimension.ts'
import { freshMeasures, readingOf, settledMeasures, workingDaysIn, type Reading, type Told } from './reading.ts'
import { monthsUpTo, spanBefore, yearEarlier, type Span } from './span.ts'
import {
  readClimbed,
  readOldest,
  readRepeatPlaces,
  readStandings,
  readWithLeadership,
  type ClimbedCase,
  type OldCase,
  type RepeatPlace,
  type Standing,
} from './standing.sql.ts'

/** Everything a pack speaks of, read in one transaction. */
export type Gathered = {
  readonly council: string
  readonly span: Span
  readonly on: Day
  readonly calendar: Calendar
  /** of which all answers are due: the month before a month, or the span itself */
  readonly settled: Span
  readonly fresh: readonly Reading[]
  readonly settledReadings: readonly Reading[]
  /** month by month, the oldest first */
  readonly trend: readonly Told[]
  readonly services: readonly DirectorateLine[]
  readonly mailboxes: readonly MailboxLine[]
  readonly topics: readonly Repeat[]
  readonly channels: readonly Repeat[]
  readonly places: readonly RepeatPlace[]
  readonly oldest: readonly OldCase[]
  readonly climbed: readonly Rise[]
  readonly withLeadership: readonly ClimbedCase[]
  readonly standing: { readonly open: number; readonly overdue: number }
  readonly nameOf: (id: string | null) => string
  readonly limits: Limits
}

export type Limits = {
  readonly green: number
  readonly amber: number
  readonly fewest: number
}
export type DirectorateLine = {
  readonly name: string
  readonly directorate: string
  readonly now: FigureRow | undefined
  readonly before: FigureRow | undefined
  readonly settled: FigureRow | undefined
  readonly open: number
  readonly overdue: number
}
export type MailboxLine = {
  readonly name: string
  readonly now: FigureRow | undefined
  readonly settled: FigureRow | undefined
  readonly standing: Standing | undefined
  readonly capacity: Capacity | undefined
}
export type Repeat = { readonly label: string; readonly now: FigureRow; readonly before: FigureRow | undefined }
export type Rise = { readonly label: string; readonly now: number; readonly before: number }

/** Reads it all as the council: the transaction must see everything. Restricted matters are in totals and in no row. */
export async function gather(tx: Tx, span: Span, on: Day): Promise<Gathered> {
  const calendar = await currentCalendar(tx)
  const at: Moment = { span, before: spanBefore(span), settled: span, on, calendar }
  // of what was received in the last month much is not due yet: its timeliness would be told of the quick ones alone
  const moment = span.kind === 'month' ? { ...at, settled: at.before } : at
  const [told, rows, standing, council] = await Promise.all([
    readTold(tx, moment),
    readRows(tx, moment),
    readStanding(tx, moment),
    readCouncil(tx),
  ])
  const openBoxes = council.boxes.filter(it => !it.restricted && (it.closedOn === null || it.closedOn > span.from))
  return {
    ...moment,
    ...told,
    ...standing,
    council: council.name,
    limits: council.limits,
    nameOf: id => (id && council.names.get(id)) || '–',
    services: serviceRows(council, openBoxes, rows, standing.byMailbox),
    mailboxes: openBoxes.map(box => ({
      name: box.name,
      now: rowOf(rows.mailbox, box.key),
      settled: rowOf(rows.mailboxSettled, box.key),
      standing: standing.byMailbox.get(box.id),
      capacity: standing.capacity.get(box.id),
    })),
    topics: repeats(rows.topic, rows.topicBefore),
    channels: repeats(rows.channel, rows.channelBefore),
  }
}

type Moment = {
  readonly span: Span
  readonly before: Span
  readonly settled: Span
  readonly on: Day
  readonly calendar: Calendar
}

/** Everything of a span in one row each: now, before, a year ago, and month by month. */
async function readTold(tx: Tx, { span, before, settled, on, calendar }: Moment) {
  const told = (it: Span) => toldOf(tx, it, on, calendar)
  const [now, was, aYearAgo, settledNow, settledBefore, settledYearAgo, trend] = await Promise.all([
    told(span),
    told(before),
    told(yearEarlier(span)),
    told(settled),
    told(spanBefore(settled)),
    told(yearEarlier(settled)),
    Promise.all(monthsUpTo(span, 13).map(told)),
  ])
  return {
    fresh: freshMeasures.map(key => readingOf(key, now, was, aYearAgo)),
    settledReadings: settledMeasures.map(key => readingOf(key, settledNow, settledBefore, settledYearAgo)),
    trend: trend.slice(trend.findIndex(it => it.row.n > 0)),
  }
}

/** The figures told apart, as far as a table of the pack needs them. */
async function readRows(tx: Tx, { span, before, settled, on }: Moment) {
  const rows = ({ from, to }: Span, by: Dimension) => figures(tx, { from, to, by }, on)
  const [service, serviceBefore, serviceSettled, mailbox, mailboxSettled, topic, topicBefore, channel, channelBefore] =
    await Promise.all([
      rows(span, 'service'),
      rows(before, 'service'),
      rows(settled, 'service'),
      rows(span, 'mailbox'),
      rows(settled, 'mailbox'),
      rows(span, 'topic'),
      rows(before, 'topic'),
      rows(span, 'channel'),
      rows(before, 'channel'),
    ])
  return { service, serviceBefore, serviceSettled, mailbox, mailboxSettled, topic, topicBefore, channel, channelBefore }
}

/** What stands open on the day, what climbed, and what comes again and again. */
async function readStanding(tx: Tx, { span, before, on }: Moment) {
  const [standings, oldest, capacities, climbedNow, climbedBefore, withLeadership, places] = await Promise.all([
    readStandings(tx, on),
    readOldest(tx, on, 15),
    capacity(tx, on),
    readClimbed(tx, span.from, span.to),
    readClimbed(tx, before.from, before.to),
    readWithLeadership(tx, { from: span.from, to: span.to, on }, 15),
    readRepeatPlaces(tx, addDays(span.to, -90), span.to, 5),
  ])
  return {
    byMailbox: new Map(standings.map(it => [it.mailboxId, it])),
    standing: { open: sum(standings.map(it => it.open)), overdue: sum(standings.map(it => it.overdue)) },
    capacity: new Map(capacities.map(it => [it.mailboxId, it])),
    climbed: rises(climbedNow, climbedBefore),
    oldest,
    withLeadership,
    places,
  }
}

type Council = Awaited<ReturnType<typeof readCouncil>>

async function readCouncil(tx: Tx) {
  const [name, green, amber, fewest, boxes, allTopics, allServices, allDirectorates] = await Promise.all([
    setting(tx, 'council.name'),
    setting(tx, 'reports.green-percent'),
    setting(tx, 'reports.amber-percent'),
    setting(tx, 'reports.fewest'),
    allMailboxes(tx),
    topics(tx),
    services(tx),
    directorates(tx),
  ])
  const names = new Map([...boxes, ...allTopics].map(it => [it.id, it.name] as const))
  return { name, limits: { green, amber, fewest }, boxes, names, services: allServices, directorates: allDirectorates }
}

const serviceRows = (
  council: Council,
  openBoxes: readonly Mailbox[],
  rows: Awaited<ReturnType<typeof readRows>>,
  byMailbox: ReadonlyMap<string | null, Standing>,
): DirectorateLine[] =>
  council.services.map(service => {
    const mine = openBoxes.filter(it => it.serviceId === service.id).map(it => byMailbox.get(it.id))
    return {
      name: service.name,
      directorate: council.directorates.find(it => it.id === service.directorateId)?.name ?? '',
      now: rowOf(rows.service, service.key),
      before: rowOf(rows.serviceBefore, service.key),
      settled: rowOf(rows.serviceSettled, service.key),
      open: sum(mine.map(it => it?.open ?? 0)),
      overdue: sum(mine.map(it => it?.overdue ?? 0)),
    }
  })

async function toldOf(tx: Tx, span: Span, on: Day, calendar: Calendar): Promise<Told> {
  const [row] = await figures(tx, { from: span.from, to: span.to }, on)
  return { span, row: row!, workingDays: workingDaysIn(calendar, span) }
}

const rowOf = (rows: readonly FigureRow[], key: string): FigureRow | undefined => rows.find(it => it.key === key)

const sum = (all: readonly number[]): number => all.reduce((total, n) => total + n, 0)

/** Rows with a name of their own, the most first. */
const repeats = (now: readonly FigureRow[], before: readonly FigureRow[]): Repeat[] =>
  now
    .filter(it => it.key !== 'restricted' && it.key !== 'none' && it.n > 0)
    .toSorted((a, b) => b.n - a.n || a.label.localeCompare(b.label, 'en'))
    .map(it => ({ label: it.label, now: it, before: rowOf(before, it.key) }))

/** Every rung that was climbed in either period, in the order of the ladder. */
function rises(now: readonly { rung: string; n: number }[], before: readonly { rung: string; n: number }[]): Rise[] {
  const count = (rows: typeof now, rung: string) => rows.find(it => it.rung === rung)?.n ?? 0
  return (Object.keys(rungWords) as Rung[])
    .map(rung => ({ label: rungWords[rung], now: count(now, rung), before: count(before, rung) }))
    .filter(it => it.now + it.before > 0)
}
