import { care, safeguarding } from './care.ts'
import { cleaning } from './cleaning.ts'
import { democracy, information } from './democracy.ts'
import type { TopicTexts } from './plot.ts'
import { green } from './green.ts'
import { homes, housingAdvice } from './homes.ts'
import { learning } from './learning.ts'
import { money } from './money.ts'
import { environment, neighbourhood } from './neighbourhood.ts'
import { parking } from './parking.ts'
import { planning } from './planning.ts'
import { roads } from './roads.ts'
import { townLife } from './town-life.ts'
import { travel } from './travel.ts'
import { waste } from './waste.ts'

const families = [
  roads,
  travel,
  waste,
  cleaning,
  green,
  planning,
  parking,
  housingAdvice,
  homes,
  neighbourhood,
  environment,
  townLife,
  money,
  care,
  safeguarding,
  learning,
  democracy,
  information,
]

/** What people write about, by the key of its topic. */
export const everyTopic: ReadonlyMap<string, TopicTexts> = new Map(families.flat().map(texts => [texts.topic, texts]))

/** The texts of a topic; throws when nobody has written any. */
export function textsOf(topic: string): TopicTexts {
  const texts = everyTopic.get(topic)
  if (!texts) throw new Error(`No texts for the topic ${topic}`)
  return texts
}
