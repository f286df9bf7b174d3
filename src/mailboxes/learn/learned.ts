import { listInWords } from '#kernel/text.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Register } from '../register.ts'
import { suggestTopics, type Suggestion } from '../suggest.ts'
import { topicsSpeaking } from './clue.sql.ts'
import { featuresOf, type Place } from './features.ts'

const most = 3
const quoted = 3

/**
 * Up to three topics a text seems to be about, each with the words of the text that say so: first what past enquiries
 * teach; then, where they know fewer, what the register’s own words of a topic say. A person confirms.
 */
export async function suggestFor(tx: Tx, register: Register, text: string): Promise<Suggestion[]> {
  const features = featuresOf(text)
  const spoken = features.size > 0 ? await topicsSpeaking(tx, [...features.keys()]) : []
  const learned = spoken.flatMap(({ topicId, score, because }): Suggestion[] => {
    const topic = register.topicById.get(topicId)
    return topic ? [{ topicId, name: topic.name, score, reason: reasonOf(because, features, text) }] : []
  })
  const others = suggestTopics(register.index, text).filter(it => !learned.some(one => one.topicId === it.topicId))
  return [...learned, ...others].slice(0, most)
}

/** The writer’s own words, the strongest first; none that stand inside another. */
function reasonOf(because: readonly string[], features: ReadonlyMap<string, Place>, text: string): string {
  const chosen: Place[] = []
  for (const feature of because) {
    const place = features.get(feature)
    if (place && !chosen.some(it => it.from < place.to && place.from < it.to)) chosen.push(place)
    if (chosen.length === quoted) break
  }
  const quotes = chosen.map(({ from, to }) => `“${text.slice(from, to).replace(/\s+/g, ' ').toLowerCase()}”`)
  return `you wrote ${listInWords([...new Set(quotes)])}`
}
