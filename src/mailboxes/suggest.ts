import { listInWords } from '#kernel/text.ts'
import { emptyWords, stemsOf, tokensOf, type Token } from './topic-words.ts'

export type SuggestibleTopic = { readonly id: string; readonly name: string; readonly words: readonly string[] }

/** What past enquiries taught: by topic id, how strongly a word speaks for it (about 0 to 3). */
export type LearnedWeights = ReadonlyMap<string, ReadonlyMap<string, number>>

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

/** A word of the topic's name, or one it shares with many, is not yet a reason to suggest it. */
const worthSaying = 0.5
const shown = 3
const quoted = 3

/** Builds the index of all topics, once per version of the register. */
export function topicIndex(topics: readonly SuggestibleTopic[], learned: LearnedWeights = new Map()): TopicIndex {
  const clues = topics.flatMap((topic, at) => cluesOf(topic, at, learned.get(topic.id)))
  const topicsWith = countTopics(clues)
  const weighed = clues.map(it => ({ ...it, weight: it.weight * rarity(topicsWith.get(it.stems.join(' ')) ?? 1) }))
  return { topics, clues: Map.groupBy(weighed, it => it.stems[0] ?? '') }
}

/**
 * Up to three topics a text seems to be about, the likeliest first, each with its reason. A person confirms. Reads the
 * text once: far below a millisecond for what people type.
 */
export function suggestTopics(index: TopicIndex, text: string): Suggestion[] {
  const tokens = tokensOf(text)
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

function* hitsAt(index: TopicIndex, tokens: readonly Token[], at: number): Generator<Hit> {
  const token = tokens[at]!
  for (const clue of index.clues.get(token.stem) ?? []) {
    if (clue.stems.every((stem, ahead) => tokens[at + ahead]?.stem === stem)) {
      yield { clue, from: token.from, to: tokens[at + clue.stems.length - 1]!.to }
    }
  }
  // "pot hole" is "pothole"
  const next = tokens[at + 1]
  for (const clue of (next && index.clues.get(token.stem + next.stem)) ?? []) {
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

/** The topic's phrases; weaker, their single words, those of its name, and what was learned. */
function cluesOf(topic: SuggestibleTopic, at: number, learned: ReadonlyMap<string, number> | undefined): Clue[] {
  const phrases = topic.words.map(stemsOf).filter(stems => stems.length > 0)
  const all = [
    ...phrases.map(stems => ({ stems, weight: 1 + 0.5 * (stems.length - 1) })),
    ...phrases.filter(stems => stems.length === 2).map(stems => ({ stems: [stems.join('')], weight: 1.5 })),
    ...single(stemsOf(topic.name), 0.6),
    ...single(phrases.filter(stems => stems.length > 1).flat(), 0.4),
    ...[...(learned ?? [])].map(([word, weight]) => ({ stems: stemsOf(word), weight })),
  ]
  return strongestOfEach(all.filter(it => it.stems.length > 0)).map(it => ({ topic: at, ...it }))
}

const single = (stems: readonly string[], weight: number) =>
  stems.filter(stem => stem.length > 2 && !emptyWords.has(stem)).map(stem => ({ stems: [stem], weight }))

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
