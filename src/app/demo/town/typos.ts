import type { Random } from './random.ts'

/** Slips that people make on a telephone's small keys; none that changes the meaning. */
const slips: readonly (readonly [string, string])[] = [
  ['received', 'recieved'],
  [' the ', ' teh '],
  ['their', 'thier'],
  ['because', 'becuase'],
  ['which', 'whcih'],
  ['people', 'poeple'],
  ['council', 'coucil'],
  ['would', 'woudl'],
  ['weeks', 'weels'],
  ['again', 'agian'],
]

/** One slip in some of the texts that were typed in a hurry. */
export function withTypo(random: Random, text: string, channel: string): string {
  if (channel === 'letter' || !random.chance(0.06)) return text
  const [right, wrong] = random.pick(slips)
  return text.replace(right, wrong)
}
