import type { Words } from '../act.ts'

/** What the member is told at the end, and below it what they may need later: each on a line of its own, where known. */
export function closingWords(text: string, facts: Readonly<Record<string, string>> = {}): Words {
  const lines = Object.entries(facts).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
  return { kind: 'closing', words: [text, lines.join('\n')].filter(Boolean).join('\n\n') }
}
