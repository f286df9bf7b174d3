import assert from 'node:assert/strict'
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const inline = new Set(['a', 'span', 'strong', 'em', 'b', 'i', 'time', 'code', 'label', 'abbr'])
const exact = new Set(['textarea', 'pre'])

/**
 * Fails unless two pieces of markup make the same document. Attribute order and indentation do not count; a space
 * between words or inline elements does, for people hear and see it.
 */
export function sameDocument(actual: string, expected: string): void {
  assert.equal(outline(actual), outline(expected))
}

const outline = (markup: string): string => lines(parseFragment(markup).childNodes, '', false).join('\n')

function lines(nodes: Node[], indent: string, verbatim: boolean): string[] {
  return nodes.flatMap((node, at) => {
    if ('tagName' in node) return element(node, indent)
    if (!('value' in node)) return []
    const text = verbatim ? node.value : tidy(node.value, nodes[at - 1], nodes[at + 1])
    return text === '' ? [] : [`${indent}${JSON.stringify(text)}`]
  })
}

function element(node: Element, indent: string): string[] {
  const attrs = node.attrs.map(
    ({ name, value }) => `${name}=${JSON.stringify(name === 'class' ? words(value) : value)}`,
  )
  const open = [node.tagName, ...attrs.sort()].join(' ')
  return [`${indent}<${open}>`, ...lines(node.childNodes, `${indent}  `, exact.has(node.tagName))]
}

const words = (text: string): string => [...new Set(text.split(/\s+/).filter(Boolean))].join(' ')

function tidy(text: string, before: Node | undefined, after: Node | undefined): string {
  const joined = text.replace(/\s+/g, ' ')
  const start = isInline(before) ? joined : joined.trimStart()
  const kept = isInline(after) ? start : start.trimEnd()
  return kept === ' ' && !(isInline(before) && isInline(after)) ? '' : kept
}

const isInline = (node: Node | undefined): boolean => Boolean(node && 'tagName' in node && inline.has(node.tagName))
