import { record } from '#audit/door.ts'
import type { Day, Now } from '#kernel/day.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import type { Reference } from '#kernel/reference.ts'
import { withoutStrayData } from '#mailboxes/door.ts'
import { seeingAs, type Tx } from '#platform/db/database.ts'
import { setting } from '#platform/settings.ts'
import { sampledAnswer } from '../sample/sample.sql.ts'
import type { Sampled } from '../sample/sample.ts'
import { answerGiven } from '../score/score.sql.ts'
import { withoutPeople } from './people.ts'
import { changeExample, exampleOf, insertExample, namesToRemove } from './example.sql.ts'

export type State = 'proposed' | 'offered' | 'declined' | 'withdrawn'

/** An answer that scored 4, in words that give nobody away. */
export type Example = {
  readonly id: string
  readonly mailboxId: string
  readonly mailbox: string
  readonly topic: string | null
  readonly state: State
  readonly asked: string
  readonly words: string
  readonly proposedOn: Day
  readonly decidedOn: Day | null
  readonly version: number
  /** where it comes from; null for who may not see that enquiry */
  readonly reference: Reference | null
  readonly round: number
  /** the viewer runs the mailbox, and decides */
  readonly runs: boolean
}

/**
 * An answer that scored 4 is proposed as an example, without the personal data that can be found by itself; nobody but
 * who runs the mailbox sees it until one of them has read it. Nothing of a restricted matter is ever proposed.
 */
export async function proposeExample(
  tx: Tx,
  it: Sampled,
  { person, now }: { person: string; now: Now },
): Promise<void> {
  if (it.restricted || it.score !== 4) return
  const [given, domain, phone, names] = await Promise.all([
    answerGiven(tx, it.messageId),
    setting(tx, 'council.domain'),
    setting(tx, 'council.phone'),
    namesToRemove(tx, it.enquiryId),
  ])
  if (!given) return
  const known = { ...names, 'the writer': it.author }
  const cleaned = (text: string) =>
    withoutPeople(withoutNames(withoutStrayData(text, now.today, { phones: [phone], domain }), known))
  const answers = given.questions.map(({ words, answer }) => (answer ? `${words}\n${answer}` : '')).filter(Boolean)
  const example = { asked: cleaned(given.asked), words: cleaned([given.words, ...answers].join('\n\n')) }
  await seeingAs(tx, 'system', person, () => insertExample(tx, it, example, now.today))
}

/** Whoever is named in the enquiry by what we know of it. */
const withoutNames = (text: string, names: Readonly<Record<string, string | null>>): string =>
  Object.entries(names).reduce(
    (cleaned, [part, name]) => (name && name.length > 2 ? cleaned.replaceAll(name, `[${part}]`) : cleaned),
    text,
  )

export type Deciding = {
  readonly state: State
  readonly asked: string
  readonly words: string
  /** as it was shown */
  readonly version: number
}

const acts = { offered: 'offer-example', declined: 'decline-example', withdrawn: 'withdraw-example' } as const

/** Offers it in these words, or not, or no more. The same decision again changes nothing. */
export async function decideExample(
  tx: Tx,
  example: Example,
  it: Deciding & { readonly state: keyof typeof acts },
  { person, now }: { person: string; now: Now },
): Promise<Result<true>> {
  if (!example.runs) return refuse('not-allowed', 'Whoever runs the mailbox decides about its examples')
  if (it.state === 'offered' && it.words === '') return refuse('missing', 'Enter what the example says', 'words')
  if (it.words.length > 20_000 || it.asked.length > 20_000)
    return refuse('long', 'Words must be 20,000 characters or fewer', 'words')
  if (example.state === it.state && example.words === it.words && example.asked === it.asked) return allow(true)
  if (!(await changeExample(tx, example.id, it, person, now.today)))
    return refuse('stale-version', 'Somebody else changed it meanwhile. Open it again to see what it says now')
  await record(tx, {
    at: now.at,
    actor: person,
    act: `quality.${acts[it.state]}`,
    subject: { kind: 'example', id: example.id },
  })
  return allow(true)
}

/** Proposes an answer that scored 4 and, where whoever runs the mailbox approves, offers it: as them. */
export async function offerScored(
  tx: Tx,
  { reference, round }: Pick<Sampled, 'round'> & { readonly reference: string },
  by: { person: string; now: Now },
  approved: boolean,
): Promise<void> {
  const sampled = await sampledAnswer(tx, reference, round)
  if (!sampled) return
  await proposeExample(tx, sampled, by)
  const example = approved ? await exampleOf(tx, sampled) : undefined
  if (example) await decideExample(tx, example, { ...example, state: 'offered' }, by)
}
