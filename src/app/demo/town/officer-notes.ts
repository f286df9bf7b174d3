import type { Random } from './random.ts'
import type { Scene } from './scene.ts'
import { issueOf } from './scene.ts'
import type { Writer } from './wording.ts'
import { asked, detail, paragraphs, say, timeOfDay } from './wording.ts'

/** An officer's note of a call. */
export const phoned: Writer = (random, scene) =>
  paragraphs([
    `${say(random, scene, ['{member} rang', '{surname} rang from the car', 'Call from {member}', '{surname} rang back after leaving a message', 'Took a call from {surname}'])} at ${timeOfDay(random)}.`,
    `${noted(random, scene)} ${random.chance(0.3) ? added(random, scene) : ''}`.trim(),
    noteOfQuestions(random, scene, ['Wants to know:', 'Would like an answer to:', 'Asked:']),
    scene.family.discreet
      ? ''
      : say(random, scene, [
          'Happy to have the answer by email.',
          'Prefers a call back, after four.',
          'Has promised the resident a reply this week.',
          'In no great hurry.',
          'I said that somebody would be in touch by tomorrow.',
        ]),
  ])

/** An officer's note of something said in passing. */
export const inTheCorridor: Writer = (random, scene) =>
  paragraphs([
    say(random, scene, [
      '{surname} stopped me after the scrutiny meeting.',
      'Raised by {surname} in the corridor before full council.',
      '{surname} mentioned this at the {ward} ward walk.',
      '{surname} came to the front desk at the Town Hall.',
      'Spoke to {surname} at the event in {park}.',
    ]),
    noted(random, scene),
    noteOfQuestions(random, scene, ['Asked me to find out:', 'Wants to know:', 'The question was:']),
    say(random, scene, [
      'I said that I would have it recorded, so that it gets an answer.',
      '',
      'No papers were handed over.',
    ]),
  ])

/** One question stands on the line of its lead, several under it. */
function noteOfQuestions(random: Random, scene: Scene, leads: readonly string[]): string {
  const questions = asked(random, scene, leads)
  return scene.asks.length === 1 ? `${random.pick(leads)} ${questions}` : questions
}

function added(random: Random, scene: Scene): string {
  const more = detail(random, scene)
  return more === '' ? '' : `Added: "${more}"`
}

/** An officer's note of what was said: the member's own words where the member speaks as "I". */
function noted(random: Random, scene: Scene): string {
  const issue = issueOf(random, scene)
  if (/\b(I|me|my)\b/.test(issue)) return `In the member's words: "${issue}"`
  return `${say(random, scene, ['', '', 'Note of what was said: ', 'In short: '])}${issue}`
}
