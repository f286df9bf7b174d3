import { record } from '#audit/door.ts'
import type { Day } from '#kernel/day.ts'
import { allow, refuse, refuseAll, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/database.ts'
import type { By } from '../disclosure/acts.ts'
import { insertDisclosure } from '../disclosure/disclosure.sql.ts'
import type { About } from './sought.ts'

export type Logging = { readonly about: About; readonly receivedOn: Day; readonly identity: string }

const mostLines = 20

/** Writes down that somebody asks for what is held about them. Refusals name the fields to mend. */
export async function logRequest(tx: Tx, by: By, { about, receivedOn, identity }: Logging): Promise<Result<number>> {
  const refused = refuseAll([
    ...(about.names.length > 0 ? [] : [refuse('names-missing', 'Enter the name of the person', 'names').refusal]),
    ...(['names', 'emails', 'phones', 'addresses'] as const)
      .filter(field => about[field].length > mostLines || about[field].some(it => it.length > 200))
      .map(field => refuse('too-much', `Enter at most ${mostLines} lines of 200 characters`, field).refusal),
    ...(receivedOn <= by.now.today
      ? []
      : [refuse('future', 'The day it came must not lie in the future', 'receivedOn').refusal]),
    ...(about.from && about.until && about.from > about.until
      ? [refuse('turned', 'The end must not lie before the beginning', 'until').refusal]
      : []),
    ...(identity === 'known' || identity === 'asked'
      ? []
      : [refuse('identity-missing', 'Select whether we know who asks', 'identity').refusal]),
  ])
  if (refused) return refused
  const made = await insertDisclosure(tx, {
    kind: 'request',
    about,
    receivedOn,
    identity: identity as 'known' | 'asked',
    by: by.person,
    at: by.now.at,
  })
  const subject = { kind: 'disclosure', id: made.id, reference: `Request ${made.number}` }
  await record(tx, { at: by.now.at, actor: by.person, act: 'privacy.request-logged', subject })
  return allow(made.number)
}
