import { isolated, paragraphsOf, straight } from './writing.ts'
import type { Block, Inline, Link, Point } from './block.ts'

/** Lines end before this column, as people who read mail as text expect (RFC 3676 suggests 78 at most). */
const width = 72

/** The blocks as plain text: wrapped, links spelt out, nothing left out. */
export const asText = (blocks: readonly Block[]): string => `${blocks.map(blockAsText).join('\n\n')}\n`

function blockAsText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return wrapped(block.parts.map(inlineAsText).join(''))
    case 'heading':
      return `${wrapped(straight(block.text))}\n${'-'.repeat(Math.min(width, block.text.length))}`
    case 'facts':
      return block.facts.map(fact => wrapped(`${fact.name}: ${isolated(fact.value)}`, '', '  ')).join('\n')
    case 'words':
      return indented(block.text, block.apart ? '  ' : '')
    case 'points':
      return block.points.map((point, at) => pointAsText(point, block.numbered ? `${at + 1}. ` : '- ')).join('\n\n')
    case 'action':
      return `${wrapped(`${isolated(block.link.words)}:`)}\n${block.link.href}`
  }
}

const inlineAsText = (part: Inline): string => (typeof part === 'string' ? straight(part) : linkAsText(part))

const linkAsText = ({ words, href }: Link): string => (words === href ? href : `${words} (${href})`)

function pointAsText({ lead, href, body }: Point, mark: string): string {
  const margin = ' '.repeat(mark.length)
  const first = wrapped(mark + isolated(lead), '', margin)
  const below = [href && margin + href, body !== undefined && indented(body, margin)].filter(Boolean)
  return [first, ...below].join('\n\n')
}

/** Somebody's own words: paragraphs and line ends stay, long lines are wrapped. */
const indented = (text: string, margin: string): string =>
  paragraphsOf(text)
    .map(lines => lines.map(line => wrapped(isolated(line), margin, margin)).join('\n'))
    .join('\n\n')

/** Breaks at spaces only: an address or a link longer than the line stays whole, so that it can be followed. */
function wrapped(text: string, first = '', rest = first): string {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of text.split(/[ \t\n]+/).filter(Boolean)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = rest
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, line].join('\n')
}
