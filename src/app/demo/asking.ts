import { remindersIn, type Enquiry } from '#enquiries/door.ts'
import { dayOf, instantOn } from '#kernel/day.ts'
import { asPart, type MemberPlayer } from './cast.ts'
import { later } from './stage.ts'
import type { Held } from './taking.ts'
import { atHome, atWork, minutesAfter, step, timely, workingDayFrom, writer, type Telling } from './telling.ts'
import { town } from './town/town.ts'

/** A question back; most members reply within a week, a few never. Undefined when the story stops here. */
export function asking(it: Telling, { handler, since }: Held, member: MemberPlayer): Date | undefined {
  const { random, stage, scene, played } = it
  const at = atWork(random, workingDayFrom(stage, dayOf(since), random.int(1, 3)))
  const question = { text: town.texts.questionText(random, scene, handler) }
  if (!step(it, 'ask', question, asPart(handler, 'holder'), at)) return undefined
  if (random.chance(0.02)) return comesBack(it)
  if (random.chance(0.04)) return silent(it)
  const replied = atHome(random, workingDayFrom(stage, dayOf(at), random.int(1, 6)))
  if (!remindedBefore(it, replied)) return undefined
  const reply = { text: town.texts.replyText(random, scene) }
  return step(it, 'reply', reply, writer(it, member), replied, { via: 'email' }) ? played.changedAt : undefined
}

/** The question did not arrive: there was no pause, and the handler goes on without an answer to it. */
function comesBack(it: Telling): Date | undefined {
  const { asked } = remindersIn(it.played.history)
  const at = minutesAfter(it.played.changedAt, it.random.int(1, 30))
  return timely(it, 'void-question', { message: asked, asked }, at) ? at : undefined
}

const askedOn = ({ pauses }: Enquiry) => pauses.at(-1)!.askedOn

function remindedBefore(it: Telling, replied: Date): boolean {
  const at = instantOn(later(it.stage, askedOn(it.played.enquiry), it.stage.limits.remindFirst), 8)
  return at >= replied || timely(it, 'remind', remindersIn(it.played.history), at)
}

/** Chased twice, then closed; some members open it again with one press and reply after all. */
function silent(it: Telling): undefined {
  const { stage, played } = it
  const asked = askedOn(played.enquiry)
  for (const days of [stage.limits.remindFirst, stage.limits.remindSecond])
    if (!timely(it, 'remind', remindersIn(played.history), instantOn(later(stage, asked, days), 8))) return
  const closesOn = later(stage, asked, stage.limits.waiting + 1)
  timely(it, 'close-silent', remindersIn(played.history), instantOn(closesOn, 5, 30))
}
