import { oneOf, oneOrNone } from './phrases.ts'
import type { Random } from './random.ts'
import type { Scene } from './scene.ts'
import { questionsOf } from './scene.ts'

/** Writes one body. */
export type Writer = (random: Random, scene: Scene) => string

/** The questions, one bare, several numbered under a line that leads to them. */
export function asked(random: Random, scene: Scene, leads: readonly string[]): string {
  const questions = questionsOf(scene)
  const lead = say(random, scene, leads)
  if (questions.length === 1) return questions.join('')
  const numbered = questions.map((question, at) => `${at + 1}. ${question}`).join('\n')
  return [lead || 'My questions:', numbered].join('\n')
}

/** One of the texts, in the words of this scene. */
export const say = (random: Random, scene: Scene, texts: readonly string[]): string => oneOf(texts, random, scene.slots)

/** One thing more about the matter. */
export const detail = (random: Random, scene: Scene): string => oneOrNone(scene.family.details, random, scene.slots)

/** Paragraphs with an empty line between them; empty ones fall out. */
export const paragraphs = (parts: readonly string[]): string =>
  parts
    .map(part => part.trim())
    .filter(Boolean)
    .join('\n\n')

/** A time within office hours as people write it: `10.40`. */
export const timeOfDay = (random: Random): string =>
  `${random.pick([9, 10, 11, 12, 1, 2, 3, 4])}.${random.pick(['05', '10', '15', '20', '25', '30', '40', '45', '50', '55'])}`
