import { shortened } from '#kernel/text.ts'

/** Questions one answer can reasonably be held to. */
const most = 12

/**
 * The questions a text asks, in its order: the items of its own numbered list where it has one, else its sentences that
 * end in a question mark. A text without either asks one thing as a whole and has none. Each at most 500 characters.
 */
export function numberedQuestions(text: string): string[] {
  const numbered = text
    .split('\n')
    .flatMap(line => /^\s*(?:\(?\d{1,2}[.):]|[a-h][.)])\s+(\S.*)$/i.exec(line)?.[1] ?? [])
  const found = numbered.length >= 2 ? numbered : sentences(text)
  return [...new Set(found.map(question => shortened(question.trim(), 500)))].slice(0, most)
}

/** One look at each character: a text may be long and without a full stop. */
const sentences = (text: string): string[] =>
  (text.match(/[^.!?\n]+[.!?\n]?/g) ?? [])
    .filter(sentence => sentence.endsWith('?') && /\p{L}{2}/u.test(sentence))
    .map(sentence => sentence.trim())
