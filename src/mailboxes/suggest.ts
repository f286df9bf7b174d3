import { listInWords } from '#kernel/text.ts'
import { stemOf, wordsIn, type Word } from '#kernel/words.ts'
import { isCommon } from './learn/features.ts'

export type SuggestibleTopic = { readonly id: string; readonly name: string; readonly words: readonly string[] }

export type Suggestion = {
  readonly topicId: string
  readonly name: string
  readonly score: number
  /** why, in plain words: `you wrote “pothole” and “carriageway”` */
  readonly reason: string
}

type Clue = { readonly topic: number; readonly stems: readonly string[]; readonly weight: number }

/** Phrases by their first word, so that a text is read once however many topics there are. */
export type TopicIndex = {
  readonly topics: readonly SuggestibleTopic[]
  readonly clues: ReadonlyMap<string, readonly Clue[]>
}

/** Beyond this many letters a text is about too much to say more. */
const enough = 20_000

/** A word of the topic's name, or one it shares with many, is not yet a reason to suggest it. */
const worthSaying = 0.5
const shown = 3
const quoted = 3

/** Builds the index of all topics, once per version of the register. */
export function topicIndex(topics: readonly SuggestibleTopic[]): TopicIndex {
  const clues = topics.flatMap(cluesOf)
  const topicsWith = countTopics(clues)
  const weighed = clues.map(it => ({ ...it, weight: it.weight * rarity(topicsWith.get(it.stems.join(' ')) ?? 1) }))
  return { topics, clues: Map.groupBy(weighed, it => it.stems[0] ?? '') }
}

/**
 * Up to three topics a text seems to be about, the likeliest first, each with its reason. A person confirms. Reads the
 * text once: far below a millisecond for what people type.
 */
export function suggestTopics(index: TopicIndex, text: string): Suggestion[] {
  const tokens = [...wordsIn(text.slice(0, enough))]
  const found = new Map<number, Map<string, Hit>>()
  for (let at = 0; at < tokens.length; at++) {
    for (const hit of hitsAt(index, tokens, at)) keep(found, hit)
  }
  return [...found]
    .map(([topic, hits]) => suggestion(index.topics[topic]!, [...hits.values()], text))
    .filter(it => it.score >= worthSaying)
    .sort((a, b) => b.score - a.score || a.name.localeCompare(b.name))
    .slice(0, shown)
}

type Hit = { readonly clue: Clue; readonly from: number; readonly to: number }

function* hitsAt(index: TopicIndex, tokens: readonly Word[], at: number): Generator<Hit> {
  const token = tokens[at]!
  for (const clue of index.clues.get(token.stem) ?? []) {
    if (clue.stems.every((stem, ahead) => tokens[at + ahead]?.stem === stem)) {
      yield { clue, from: token.from, to: tokens[at + clue.stems.length - 1]!.to }
    }
  }
  // "pot hole" is "pothole"
  const next = tokens[at + 1]
  for (const clue of (next && index.clues.get(stemOf(token.plain + next.plain))) ?? []) {
    if (clue.stems.length === 1) yield { clue, from: token.from, to: next!.to }
  }
}

/** A clue counts once, however often it is repeated. */
function keep(found: Map<number, Map<string, Hit>>, hit: Hit): void {
  let hits = found.get(hit.clue.topic)
  if (!hits) found.set(hit.clue.topic, (hits = new Map()))
  const key = hit.clue.stems.join(' ')
  const before = hits.get(key)
  if (!before || before.clue.weight < hit.clue.weight) hits.set(key, hit)
}

function suggestion(topic: SuggestibleTopic, hits: readonly Hit[], text: string): Suggestion {
  const score = hits.reduce((sum, hit) => sum + hit.clue.weight, 0)
  return { topicId: topic.id, name: topic.name, score, reason: `you wrote ${listInWords(quotes(hits, text))}` }
}

/** The writer's own words, the strongest first; none that stand inside another. */
function quotes(hits: readonly Hit[], text: string): string[] {
  const strongest = [...hits].sort((a, b) => b.clue.weight - a.clue.weight || a.from - b.from)
  const whole = strongest.filter(it => !strongest.some(other => other !== it && covers(other, it)))
  return [...new Set(whole.map(it => `“${text.slice(it.from, it.to).replace(/\s+/g, ' ').toLowerCase()}”`))].slice(
    0,
    quoted,
  )
}

const covers = (a: Hit, b: Hit): boolean => a.from <= b.from && b.to <= a.to && a.to - a.from > b.to - b.from

/** The topic's phrases; weaker, their single words and those of its name. */
function cluesOf(topic: SuggestibleTopic, at: number): Clue[] {
  const phrases = topic.words.map(text => [...wordsIn(text)]).filter(words => words.length > 0)
  const all = [
    ...phrases.map(words => ({ stems: words.map(it => it.stem), weight: 1 + 0.5 * (words.length - 1) })),
    ...phrases
      .filter(words => words.length === 2)
      .map(words => ({ stems: [stemOf(words.map(it => it.plain).join(''))], weight: 1.5 })),
    ...single([...wordsIn(topic.name)], 0.6),
    ...single(phrases.filter(words => words.length > 1).flat(), 0.4),
  ]
  return strongestOfEach(all).map(it => ({ topic: at, ...it }))
}

const single = (words: readonly Word[], weight: number) =>
  words.filter(({ plain }) => plain.length > 2 && !isCommon(plain)).map(({ stem }) => ({ stems: [stem], weight }))

function strongestOfEach<T extends { stems: readonly string[]; weight: number }>(clues: readonly T[]): T[] {
  const best = new Map<string, T>()
  for (const it of clues) {
    const key = it.stems.join(' ')
    if ((best.get(key)?.weight ?? 0) < it.weight) best.set(key, it)
  }
  return [...best.values()]
}

function countTopics(clues: readonly Clue[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const it of clues) counts.set(it.stems.join(' '), (counts.get(it.stems.join(' ')) ?? 0) + 1)
  return counts
}

/** A clue that speaks for many topics speaks weakly for each. */
const rarity = (topics: number): number => 1 / Math.sqrt(topics)
