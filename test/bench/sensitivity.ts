import { findingsIn } from '#mailboxes/door.ts'
import { note, type Figure, type Results } from './figure.ts'

const check: Figure = { name: 'sensitivity check of 2,000 words', unit: 'ms', target: { atMost: 20 } }

const rounds = 50

/** A long letter: mostly ordinary, with a number, a name, an address and an illness in every tenth sentence. */
const ordinary = 'The lamp outside the school has been dark since Tuesday and nobody we asked could say who mends it. '
const special =
  'My son Tom has asthma, we live at 14 Mill Lane, TB1 2QQ, ring me on 07700 900123 about order 9434765918. '
const letter = `${ordinary.repeat(9)}${special}`.repeat(11)
const words = letter.trim().split(' ').length

/** Each round looks at words that were not seen before in just this order, as new texts are. */
export async function measureSensitivity(_house: unknown, results: Results): Promise<void> {
  if (words < 2000) throw new Error(`only ${words} words`)
  const took: number[] = []
  for (let round = 0; round < rounds; round++) {
    const text = `${letter} Letter ${round}.`
    const began = performance.now()
    if (findingsIn(text).length < 33) throw new Error('Not everything was found')
    took.push(performance.now() - began)
  }
  const median = took.toSorted((a, b) => a - b)[rounds / 2]!
  note(results, check, { value: median, n: rounds })
}
