import { dayOf } from '#kernel/day.ts'
import { asPart } from './cast.ts'
import type { Held } from './taking.ts'
import { atWork, soonAfter, step, workingDayFrom, type Telling } from './telling.ts'
import { otherProcedures, outsiders, saying, type Saying } from './town/act-texts.ts'
import { town } from './town/town.ts'

/** It turns out to be of another kind than was thought, and counts by that kind's clock. */
export function changingKind(it: Telling, { handler, since }: Held): void {
  const { random, scene, box, played } = it
  const kinds = { 'information-request': 2, complaint: 2, 'service-request': 1, enquiry: 1 }
  const choices = Object.keys(kinds).filter(kind => kind !== played.enquiry.kind) as (keyof typeof kinds)[]
  const kind = random.weighted(choices, kind => kinds[kind])
  const given = { kind, text: saying(random, scene, wordsFor[kind]), usual: box.limitWorkingDays }
  step(it, 'change-kind', given, asPart(handler, 'holder'), soonAfter(random, since))
}

const wordsFor = {
  'information-request': 'informationRequest',
  complaint: 'complaint',
  'service-request': 'serviceRequest',
  enquiry: 'enquiry',
} as const satisfies Record<string, Saying>

/** It closes without an answer of ours: another procedure fits, somebody else has it, nobody can be reached. */
export function closingOtherwise(it: Telling, { handler, since }: Held): void {
  const { random, scene, stage } = it
  const at = atWork(random, workingDayFrom(stage, dayOf(since), random.int(0, 3)))
  const how = random.weighted(['reroute', 'transfer', 'close', 'close-as-error'] as const, name => shares[name])
  const says = (what: Saying) => ({ text: saying(random, scene, what) })
  const theirReference = random.chance(0.7) ? `${random.pick(['FOI', 'CMP', 'TW'])}-${random.int(1000, 9999)}` : ''
  const holder = asPart(handler, 'holder')
  switch (how) {
    case 'reroute':
      step(it, how, { ...random.pick(otherProcedures), theirReference, ...says('rerouted') }, holder, at)
      return
    case 'transfer': {
      const { name: who, organisation } = random.pick(outsiders)
      step(it, how, { who, organisation, theirReference, ...says('transferred') }, holder, at)
      return
    }
    case 'close':
      step(it, how, { outcome: 'no-response', route: '', ...says('noResponse') }, holder, at)
      return
    case 'close-as-error':
      step(it, how, says('recordedInError'), asPart(random.pick(it.cast.oneStop), 'member-services'), at)
  }
}

const shares = { reroute: 5, transfer: 3, close: 1, 'close-as-error': 2 }

/** A note for colleagues; now and then one of them is spoken to by name. */
export function noting(it: Telling, { handler, since }: Held): void {
  const { random, scene, box } = it
  const people = [box.owner, ...box.responders].filter(person => person.id !== handler.id)
  const told = random.chance(town.volumes.otherRates.mentions) ? random.pick(people) : undefined
  const text = told
    ? saying(random, scene, 'mention', { colleague: told.name })
    : town.texts.internalNote(random, scene)
  const mentioned = told ? [told.id] : []
  const given = { text, tell: mentioned, mentioned, readers: new Set(mentioned) }
  step(it, 'note', given, asPart(handler, 'holder'), soonAfter(random, since))
}
