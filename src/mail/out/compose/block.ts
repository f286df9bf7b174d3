/**
 * What a mail says, written once. The text part and the HTML part are both drawn from these blocks, so that they cannot
 * drift apart (a test compares every sentence).
 */
export type Block =
  | { readonly kind: 'paragraph'; readonly parts: readonly Inline[] }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'words'; readonly text: string; readonly apart: boolean }
  | { readonly kind: 'points'; readonly points: readonly Point[]; readonly numbered: boolean }
  | { readonly kind: 'action'; readonly link: Link; readonly main: boolean }
  | { readonly kind: 'note'; readonly parts: readonly Inline[] }

export type Inline = string | Link
export type Link = { readonly words: string; readonly href: string }
export type Fact = { readonly name: string; readonly value: string }
/** A point of a list: what it is about, where it stands, and beneath it what is said to it. */
export type Point = { readonly lead: string; readonly href?: string; readonly body?: string }

export const paragraph = (...parts: readonly Inline[]): Block => ({ kind: 'paragraph', parts })
export const heading = (text: string): Block => ({ kind: 'heading', text })
export const facts = (...given: readonly (Fact | false | undefined)[]): Block => ({
  kind: 'facts',
  facts: given.filter(fact => fact !== false && fact !== undefined),
})
/** What somebody wrote, kept as it is with its paragraphs and line ends, and set apart from our own words. */
export const words = (text: string): Block => ({ kind: 'words', text, apart: true })
/** What somebody wrote that is the mail itself: the answer. */
export const prose = (text: string): Block => ({ kind: 'words', text, apart: false })
export const points = (...given: readonly Point[]): Block => ({ kind: 'points', points: given, numbered: false })
export const numbered = (...given: readonly Point[]): Block => ({ kind: 'points', points: given, numbered: true })
/** A link to a page, never to an act: mail scanners open every link they see. */
export const action = (label: string, href: string): Block => ({
  kind: 'action',
  link: { words: label, href },
  main: true,
})
export const choice = (label: string, href: string): Block => ({
  kind: 'action',
  link: { words: label, href },
  main: false,
})
/** Small print. */
export const note = (...parts: readonly Inline[]): Block => ({ kind: 'note', parts })
