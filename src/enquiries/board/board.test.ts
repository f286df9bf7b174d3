import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarByRule } from '#clock/door.ts'
import { addDays, day } from '#kernel/day.ts'
import { inTransaction } from '#platform/db/database.ts'
import { testFiles, testWeb } from '#test/web.ts'
import type { PersonKey } from '#test/small-council.ts'
import { listEnquiries } from '../list.sql.ts'
import { enquiryRoutes } from '../routes.ts'
import { actingTown, allowed } from '../town-for-tests.ts'
import { filterOf, narrowingIn } from '../work-list/narrowing.ts'
import { standingNames, standings, type Standing, type StandingOf } from './board.sql.ts'
import { countDays, daysOf } from './daily.sql.ts'
import { capacityOf, horizonOf } from './read-capacity.ts'
import { listOf, noStanding, together } from './standing.ts'

const { db, council, house, raised, does } = await actingTown()
const { people, mailbox } = council
const today = day('2026-06-10')
const calendar = calendarByRule()
const horizon = horizonOf(calendar, today)
const web = await testWeb({ db, routes: enquiryRoutes({ house, files: await testFiles() }), today })

// one of each: late, due soon, nobody's, likely late, not accepted, waiting, in review, answered and written after
await raised('2026-05-12')
const soon = await raised('2026-05-29')
allowed(await does('responder', 'take', soon, '2026-06-01'))
const likely = await raised('2026-06-04')
allowed(await does('responder', 'take', likely, '2026-06-05'))
const waits = await raised('2026-06-02')
allowed(await does('secondResponder', 'take', waits, '2026-06-03'))
allowed(await does('secondResponder', 'ask', waits, '2026-06-04', { text: 'Which?' }))
const given = await raised('2026-06-08')
allowed(await does('owner', 'allocate', given, '2026-06-09', { to: people.secondResponder.person }))
const thanked = await raised('2026-05-18')
allowed(await does('responder', 'answer-at-once', thanked, '2026-05-19', { text: 'Done.' }))
allowed(await does('member', 'reply', thanked, '2026-06-01', { text: 'Thank you' }))
const withdrawn = await raised('2026-05-20')
allowed(await does('member', 'withdraw', withdrawn, '2026-05-21', { text: 'Mended.' }))
await raised('2026-06-08', { topic: undefined, sensitive: 'adult-at-risk' })
await raised('2026-06-08', { topic: council.topic.homelessness })
await db.owner`update enquiries.enquiry set late_percent = 72 where id = ${likely.id}`
await db.owner`update enquiries.enquiry set late_percent = 20 where id = ${soon.id}`

const standingsFor = (who: PersonKey, boxes: readonly string[]) =>
  inTransaction(db, people[who].person, tx => standings(tx, boxes, horizon))

async function listed(who: PersonKey, address: string): Promise<number> {
  const { person } = people[who]
  const { filter, order } = filterOf(
    narrowingIn(new URLSearchParams(address.split('?')[1]), () => 'all'),
    {
      person,
      today,
      soon: horizon.soon,
    },
  )
  return inTransaction(db, person, async tx => (await listEnquiries(tx, filter, order, 100)).length)
}

test('every number of the board is that of the list it leads to, for the mailbox and for everybody in it', async () => {
  for (const who of ['owner', 'head', 'performance'] as const) {
    const rows = await standingsFor(who, [mailbox.streets])
    const all = rows.reduce<Standing>(together, noStanding)
    assert.deepEqual(
      standingNames.map(name => all[name]),
      [5, 1, 1, 1, 1, 0, 0, 1, 1, 1, 2, 4],
    )
    for (const name of standingNames) {
      assert.equal(all[name], await listed(who, listOf(name, { mailbox: 'streets' }, horizon)), `${who} ${name}`)
      for (const row of rows) {
        const holder = row.holderId ?? 'nobody'
        const address = listOf(name, { mailbox: 'streets', holder }, horizon)
        assert.equal(row[name as keyof StandingOf], await listed(who, address), `${who} ${name} ${holder}`)
      }
    }
  }
})

test('the board counts only what its reader sees, and of a mailbox that is not theirs nothing', async () => {
  const sums = async (who: PersonKey, box: string) =>
    (await standingsFor(who, [box])).reduce<Standing>(together, noStanding).open
  assert.equal(await sums('properOfficer', mailbox.safeguarding), 1)
  assert.equal(await sums('oneStop', mailbox.safeguarding), 0)
  assert.equal(await sums('owner', mailbox.housing), 0)
})

test('the page: numbers with their lists, the people with their load, and no board for who has none', async () => {
  const owner = await web.as(people.owner.person)
  const only = await owner.get('/enquiries/board')
  assert.deepEqual([only.status, only.to], [303, '/enquiries/board/streets'])
  const { words, html, status } = await owner.get('/enquiries/board/streets')
  assert.equal(status, 200)
  assert.match(words, /Overdue 1 .*Due soon 1 .*Unassigned 1 .*Likely late 1/)
  assert.match(html, /href="\/enquiries\?view=overdue&amp;mailbox=streets"/)
  assert.match(words, /Priya Nair Yes 2/)
  assert.match(words, /Too few to say/)
  assert.match(words, /72%/)
  const several = await (await web.as(people.performance.person)).get('/enquiries/board')
  assert.match(several.words, /Streets.*Too few to say/)
  assert.doesNotMatch(several.words, /Safeguarding adults/)
  assert.equal(
    (await (await web.as(people.performance.person)).get('/enquiries/board/safeguarding-adults')).status,
    404,
  )
  assert.equal((await (await web.as(people.responder.person)).get('/enquiries/board')).status, 403)
  assert.equal((await owner.get('/enquiries/board/housing-advice')).status, 404)
  assert.equal((await owner.get('/enquiries/board/no-such')).status, 404)
  const inside = await (await web.as(people.properOfficer.person)).get('/enquiries/board/safeguarding-adults')
  assert.match(inside.words, /Unassigned 1/)
})

test('a mailbox with nothing to do says so', async () => {
  const { words } = await (await web.as(people.performance.person)).get('/enquiries/board/tess-valley-homes')
  assert.match(words, /Everything is answered/)
})

test('what came and was settled is counted by day: answered, or closed without an answer, each once', async () => {
  await inTransaction(db, 'system', tx => countDays(tx, today))
  await inTransaction(db, 'system', tx => countDays(tx, today))
  const days = await inTransaction(db, people.owner.person, tx => daysOf(tx, mailbox.streets, addDays(today, -60)))
  assert.deepEqual(
    days.filter(it => it.settled > 0).map(it => [it.onDay, it.came, it.settled]),
    [
      ['2026-05-19', 0, 1],
      ['2026-05-21', 0, 1],
    ],
  )
  assert.equal(
    days.reduce((n, it) => n + it.came, 0),
    7,
  )
  const seen = await inTransaction(db, people.responder.person, tx => daysOf(tx, mailbox.streets, addDays(today, -60)))
  assert.equal(seen.length, 0, 'a responder reads no counts of the mailbox')
})

test('capacity is said only from enough that was settled', async () => {
  const asked = () => inTransaction(db, people.owner.person, tx => capacityOf(tx, calendar, today, [mailbox.streets]))
  assert.equal((await asked())[0]!.five, undefined)
  await db.owner`insert into enquiries.daily (mailbox_id, on_day, settled) values (${mailbox.streets}, '2026-06-03', 18)`
  const [{ pace, five, ten, standing } = (await asked())[0]!] = await asked()
  assert.deepEqual([pace.settled, pace.workingDays], [20, 38])
  assert.equal(standing.dueInFive, 2)
  assert.equal(five!.percent, Math.round((100 * 2) / ((20 / 38) * 5)))
  assert.equal(ten!.due, 4)
})
