import { currentCalendar } from '#clock/door.ts'
import { addDays, type Now } from '#kernel/day.ts'
import { post, sampleToScore } from '#mail/door.ts'
import { namedPeople } from '#mailboxes/door.ts'
import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { monthInWords, scoreBy, stepOn, takeSteps, unscoredSince, whoIsTold, type Unscored } from '#quality/door.ts'
import type { Following } from './reactions/reactions.ts'

type Telling = Pick<Following, 'stamp' | 'publicUrl'> & { readonly db: Database }

/** Samples older than this are not reminded of any more. */
const mostDays = 60

/**
 * Tells whoever runs a mailbox of the sample they have to score, when it is drawn and twice more. Each sample in a
 * transaction of its own that takes its step: however late or often it runs, a step is told once. Returns how many mails.
 */
export async function remindScorers(it: Telling, now: Now): Promise<number> {
  const found = await inTransaction(it.db, 'system', tx => unscoredSince(tx, addDays(now.today, -mostDays)))
  let sent = 0
  for (const sample of found) sent += await inTransaction(it.db, 'system', tx => tell(tx, it, sample, now))
  return sent
}

async function tell(tx: Tx, it: Telling, sample: Unscored, now: Now): Promise<number> {
  const [calendar, every, council, address, named] = await Promise.all([
    currentCalendar(tx),
    setting(tx, 'quality.remind-working-days'),
    setting(tx, 'council.name'),
    setting(tx, 'mail.one-stop'),
    namedPeople(tx, sample.mailboxId, now.today),
  ])
  const time = stepOn(sample.drawnOn, now.today, every, calendar)
  if (time <= sample.step || !(await takeSteps(tx, sample.id, time, now.today))) return 0
  const told = whoIsTold(named, sample.authors, time)
  for (const { person, left } of told) {
    const composed = sampleToScore(
      { name: council, team: 'One Stop' },
      {
        to: person.name,
        mailbox: sample.mailbox,
        month: monthInWords(sample.month),
        left,
        drawn: sample.drawn,
        by: scoreBy(sample.drawnOn, every, calendar),
        time,
        url: `${it.publicUrl}/quality/samples/${sample.id}`,
      },
    )
    const to = { person: person.personId, name: person.name, address: person.email }
    const from = { name: 'One Stop', address }
    const event = `sample ${sample.id} ${time}`
    await post(tx, it.stamp, { ...composed, kind: 'notice', to, from, event, automatic: true }, now.at)
  }
  return told.length
}
