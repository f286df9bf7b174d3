import { dayOf } from '#kernel/day.ts'
import { asPart, type Player } from './cast.ts'
import { later } from './stage.ts'
import { another } from './taking.ts'
import { atWork, soonAfter, step, type Telling } from './telling.ts'
import { saying } from './town/act-texts.ts'
import { town } from './town/town.ts'

type Given = { readonly text: string; readonly promiseIds: readonly string[]; readonly questions: readonly object[] }

/**
 * A second person reads the answer before it goes: it is written some days before it is wanted. Some come back with a note
 * and are submitted again.
 */
export function reviewing(it: Telling, handler: Player, given: Given, at: Date): boolean {
  const { random, stage, box, played, scene } = it
  const second = asPart(another(it, [box.owner, ...box.responders], handler), 'responder')
  if (!submits(it, handler, given, atWork(random, later(stage, dayOf(at), -random.int(1, 3))))) return false
  if (random.chance(town.volumes.otherRates.returned)) {
    const note = { text: saying(random, scene, 'returned'), ...submissionIn(it), files: [] }
    if (!step(it, 'return', note, second, soonAfter(random, played.changedAt))) return false
    if (!submits(it, handler, given, soonAfter(random, played.changedAt))) return false
  }
  const sends = { ...submissionIn(it), files: [], promiseIds: given.promiseIds }
  return step(it, 'send-reviewed', sends, second, at)
}

function submits(it: Telling, handler: Player, given: Given, at: Date): boolean {
  const { played } = it
  const { round } = played.enquiry
  if (!step(it, 'submit', given, asPart(handler, 'holder'), at)) return false
  const { promiseIds: _ids, questions: _asked, ...answer } = given
  const { id } = played.messages.at(-1)!
  played.submissions.push({ id, round, submittedBy: handler.id, answer, at: played.changedAt })
  return true
}

const submissionIn = ({ played }: Telling) => ({ submission: played.submissions.at(-1) })
