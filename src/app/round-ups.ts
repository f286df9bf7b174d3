import { currentCalendar, addWorkingDays } from '#clock/door.ts'
import { dueForHolders, type DueWork } from '#enquiries/door.ts'
import { inWords, inWordsWithWeekday, weekday, type Now } from '#kernel/day.ts'
import { counted } from '#kernel/text.ts'
import { post, roundUp, type RoundUpLetter } from '#mail/door.ts'
import { noticeChoices, personsById, presentPersons, stopPath, type NoticeTopic, type Person } from '#people/door.ts'
import { inTransaction, type Database, type Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { readPack, readPacks } from '#reports/door.ts'
import { remindersOn, unsignedWeeks, type Reminder } from '#review/door.ts'
import { choiceUrl } from './reactions/letter.ts'
import type { Following } from './reactions/reactions.ts'

type Sending = Pick<Following, 'stamp' | 'publicUrl'> & { readonly db: Database }
type Gathered = Omit<RoundUpLetter, 'to' | 'choiceUrl'> & { readonly event: string; readonly topic?: NoticeTopic }

/**
 * What is gathered for people by their role: the holder's list of the morning, the owner's week on Mondays, the pack when
 * it is frozen, and what was agreed and is due. Each in a transaction of its own, written once however often it runs;
 * nothing where there is nothing to say. Returns how many.
 */
export async function sendRoundUps(it: Sending, now: Now): Promise<number> {
  const found = [
    ...(await mornings(it, now)),
    ...(await weeks(it, now)),
    ...(await packs(it, now)),
    ...(await agreed(it, now)),
  ]
  let sent = 0
  for (const { person, gathered } of found)
    sent += await inTransaction(it.db, 'system', tx => send(tx, it, person, gathered, now))
  return sent
}

type Found = { readonly person: string; readonly gathered: Gathered }

async function send(tx: Tx, it: Sending, personId: string, gathered: Gathered, now: Now): Promise<number> {
  const [person] = await personsById(tx, [personId])
  if (!person || person.disabled || !(await isWanted(tx, person, gathered.topic))) return 0
  const [council, address] = await Promise.all([setting(tx, 'council.name'), setting(tx, 'mail.one-stop')])
  const { event, topic, ...letter } = gathered
  const composed = roundUp(
    { name: council, team: 'One Stop' },
    { ...letter, to: person.name, ...(topic && { choiceUrl: choiceUrl(it.publicUrl) }) },
  )
  const stop = topic && stopPath(it.stamp.secret, { person: person.id, what: topic })
  const posted = await post(
    tx,
    it.stamp,
    {
      ...composed,
      kind: topic ? 'digest' : 'notice',
      to: { person: person.id, name: person.name, address: person.email },
      from: { name: 'One Stop', address },
      event,
      automatic: true,
      ...(stop && { stopUrl: `${it.publicUrl}${stop}` }),
    },
    now.at,
  )
  return posted ? 1 : 0
}

const isWanted = async (tx: Tx, { id }: Person, topic: NoticeTopic | undefined): Promise<boolean> =>
  !topic || (await noticeChoices(tx, id))[topic] !== 'none'

/** What somebody holds that is late or due within two working days. Restricted ones by their number alone. */
async function mornings({ db, publicUrl }: Sending, { today }: Now): Promise<Found[]> {
  const due = await inTransaction(db, 'system', async tx => {
    const soon = addWorkingDays(await currentCalendar(tx), today, 2)
    return dueForHolders(tx, soon)
  })
  return [...Map.groupBy(due, work => work.holderId)].map(([person, mine]) => {
    const late = mine.filter(work => work.dueOn < today).length
    return {
      person,
      gathered: {
        event: `morning ${today}`,
        topic: 'morning',
        says: `${counted(mine.length, 'answer')} to give first, ${inWordsWithWeekday(today)}`,
        intro: howLate(late, mine.length),
        points: mine.slice(0, 30).map(work => pointOf(work, publicUrl)),
        link: { words: 'Open your work list', url: `${publicUrl}/enquiries` },
        because: 'You get this email because you hold enquiries that are due. It was sent automatically.',
      },
    }
  })
}

function howLate(late: number, all: number): string {
  const soon = 'due today or in the next two working days'
  if (late === 0) return all === 1 ? `This is ${soon}.` : `These are ${soon}.`
  if (late === all) return all === 1 ? 'This is late.' : 'All of these are late.'
  return `${late} of these ${late === 1 ? 'is' : 'are'} late; the others are ${soon}.`
}

const pointOf = ({ reference, subject, restricted, dueOn }: DueWork, publicUrl: string) => ({
  lead: restricted ? reference : `${reference} ${subject}`,
  href: `${publicUrl}/enquiries/${reference}`,
  body: `Due ${inWords(dueOn)}`,
})

/** On Mondays what there is to sign; on Thursdays what is still not signed, whatever was chosen. */
async function weeks({ db, publicUrl }: Sending, now: Now): Promise<Found[]> {
  const day = weekday(now.today)
  if (day !== 1 && day !== 4) return []
  const unsigned = await inTransaction(db, 'system', tx => unsignedWeeks(tx, now.today))
  return [...Map.groupBy(unsigned, it => it.personId)].map(([person, mine]) => ({
    person,
    gathered: {
      event: `week ${mine[0]!.weekOn} ${day}`,
      ...(day === 1 && { topic: 'week' as const }),
      says: day === 1 ? 'A week to sign' : 'A week is not signed yet',
      intro: `The week of ${inWords(mine[0]!.weekOn)} is ready for you to sign: check its figures and say why answers were late.`,
      points: mine.map(it => ({
        lead: it.mailbox,
        href: `${publicUrl}${it.path}`,
        body: `${it.received} received, ${it.answered} answered, ${it.overdue} overdue`,
      })),
      link: { words: 'Sign the week', url: `${publicUrl}/review/sign-off` },
      because: 'You get this email because you run a mailbox. It was sent automatically.',
    },
  }))
}

/** For a week after the freezing, so that a worker that was away tells of it too. */
const packDays = 7

async function packs({ db, publicUrl }: Sending, now: Now): Promise<Found[]> {
  return inTransaction(db, 'system', async tx => {
    const since = new Date(now.at.getTime() - packDays * 86_400_000)
    const fresh = (await readPacks(tx)).filter(it => it.version === 1 && it.frozenAt > since)
    if (fresh.length === 0) return []
    const [people, whole] = await Promise.all([
      presentPersons(tx),
      Promise.all(fresh.map(it => readPack(tx, 'system', it.key))),
    ])
    const leaders = people.filter(it => it.roles.includes('lmt') || it.roles.includes('director'))
    return leaders.flatMap(({ id }) =>
      whole.flatMap(pack =>
        pack
          ? {
              person: id,
              gathered: {
                event: `pack ${pack.key}`,
                topic: 'pack' as const,
                says: pack.document.title,
                intro: `${counted(pack.facts.open, 'enquiry is open', 'enquiries are open')}, ${pack.facts.overdue} of them overdue. In short:`,
                points: pack.facts.summary.map(lead => ({ lead })),
                link: { words: 'Read the pack', url: `${publicUrl}/review/packs/${pack.key}` },
                because: 'You get this email because you are of the leadership team. It was sent automatically.',
              },
            }
          : [],
      ),
    )
  })
}

/** What somebody agreed to do that is due soon or overdue: once each, and every Monday while it is late. */
async function agreed({ db, publicUrl }: Sending, now: Now): Promise<Found[]> {
  const due = await inTransaction(db, 'system', tx => remindersOn(tx, now))
  return due.map((it: Reminder) => ({
    person: it.personId,
    gathered: {
      event: it.event,
      says: it.overdue ? 'An action of the review is overdue' : 'An action of the review is due soon',
      intro: `You agreed to do this by ${inWords(it.dueOn)}. Write how it stands, or that it is done and what shows it.`,
      points: [{ lead: it.what, href: `${publicUrl}${it.path}` }],
      link: { words: 'Write what happened', url: `${publicUrl}${it.path}` },
      because: 'You get this email because an action of the monthly review is yours. It was sent automatically.',
    },
  }))
}
