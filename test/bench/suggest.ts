import { currentCalendar } from '#clock/door.ts'
import { expectedKept, learnExpected } from '#enquiries/door.ts'
import { learnTopics } from '#app/learn.ts'
import { addDays, dayOf, instantOn } from '#kernel/day.ts'
import { suggestTopics } from '#mailboxes/door.ts'
import { inTransaction, type Tx } from '#platform/db/database.ts'
import { expecting, tokenOn } from './caller.ts'
import { note, timeEach, type Figure, type Results } from './figure.ts'
import type { House } from './house.ts'
import { personOf, signedIn } from './people.ts'
import { writtenBetween } from './suggest.sql.ts'

const typing: Figure = { name: 'suggestion while typing', unit: 'ms', target: { atMost: 30 } }
const first: Figure = { name: 'right topic first, held back', unit: '%' }
const among: Figure = { name: 'right topic among three, held back', unit: '%' }
const kept: Figure = { name: 'answered as expected (9 in 10), held back', unit: '%' }

/** Cases so young may still get their answer; and so many days are held back. */
const settled = 42
const heldBack = 60
const most = 1500

/** How fast topics are suggested, and how well past enquiries tell what came after them: learned before, tried after. */
export async function measureSuggest(house: House, results: Results): Promise<void> {
  const member = await personOf(house, 'demo.member')
  const browser = await signedIn(house, member)
  const csrf = await tokenOn(browser, '/enquiries/new')
  const texts = await inTransaction(house.db, 'system', tx => writtenBetween(tx, ...heldBackDays(), 100))
  const found = await timeEach(100, i => {
    const typed = { _csrf: csrf, member: member.id, subject: '', text: texts[i % texts.length]!.text }
    return expecting(
      200,
      browser.post('/enquiries/new/typing', new URLSearchParams(typed).toString(), {
        'content-type': 'application/x-www-form-urlencoded',
      }),
    )
  }).finally(() => browser.close())
  note(results, typing, found)
  await triedOut(house, results)
}

function heldBackDays() {
  const until = addDays(dayOf(new Date()), -settled)
  return [addDays(until, -heldBack), until] as const
}

/** In a transaction that is taken back: the house goes on with what it learned last night. */
async function triedOut({ db }: House, results: Results): Promise<void> {
  const takenBack = new Error('tried out')
  await inTransaction(db, 'system', async tx => {
    const [from, until] = heldBackDays()
    await learnTopics(tx, instantOn(from, 0))
    await tellTopics(tx, results)
    const calendar = await currentCalendar(tx)
    await learnExpected(tx, calendar, from)
    const { cases, within } = await expectedKept(tx, calendar, from, until, dayOf(new Date()))
    note(results, kept, { value: (100 * within) / cases, n: cases })
    throw takenBack
  }).catch((error: unknown) => {
    if (error !== takenBack) throw error
  })
}

async function tellTopics(tx: Tx, results: Results): Promise<void> {
  const written = await writtenBetween(tx, ...heldBackDays(), most)
  let [right, amongThree] = [0, 0]
  for (const { topicId, text } of written) {
    const suggested = await suggestTopics(tx, text)
    if (suggested[0]?.topicId === topicId) right++
    if (suggested.some(it => it.topicId === topicId)) amongThree++
  }
  note(results, first, { value: (100 * right) / written.length, n: written.length })
  note(results, among, { value: (100 * amongThree) / written.length, n: written.length })
}
