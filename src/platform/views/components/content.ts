import { escape, html, trusted, type Html, type Piece } from '#platform/views/html.ts'

/** What stands inside an element: plain text, or markup that wins over the text when it is not empty. */
export type Content = { readonly text?: string | number; readonly html?: Html }

/** Further attributes: `true` writes the bare name, false and nothing write nothing at all. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

/** A list may be written with gaps (`mayEdit && { … }`); gaps are left out, but still counted in numbered ids. */
export type Maybe<T> = T | false | null | undefined | ''

export const inside = (content: Content | undefined): Piece => (content?.html?.text ? content.html : content?.text)

/** Whether there is anything inside; a guard, so that the content may be used after it. */
export const hasContent = <T extends Content>(content: Maybe<T>): content is T =>
  Boolean(content && (content.html?.text || content.text))

/** The class names that apply, in order. */
export const classes = (...names: readonly Maybe<string>[]): string => names.filter(Boolean).join(' ')

/** Ids for `aria-describedby`, or undefined when nothing describes the element. */
export const idList = (...ids: readonly Maybe<string>[]): string | undefined => classes(...ids) || undefined

/** Attributes with a leading space each, so that they follow directly after an element's name. */
export function attributes(all: Attributes | undefined): Html {
  let text = ''
  for (const [name, value] of Object.entries(all ?? {})) {
    if (value === true) text += ` ${escape(name)}`
    else if (value !== false && value != null) text += ` ${escape(name)}="${escape(String(value))}"`
  }
  return trusted(text)
}

/** Words for the browser-side modules: `data-i18n.key`, or one attribute per plural rule (`one`, `other`). */
export function translations(key: string, words: string | Readonly<Record<string, string>> | undefined): Attributes {
  if (!words) return {}
  if (typeof words === 'string') return { [`data-i18n.${key}`]: words }
  return Object.fromEntries(Object.entries(words).map(([rule, text]) => [`data-i18n.${key}.${rule}`, text]))
}

/** The items that are there, drawn; the number is the place in the list as written, from 1. */
export function each<T>(items: readonly Maybe<T>[] | undefined, draw: (item: T, number: number) => Piece): Piece[] {
  return (items ?? []).map((item, index) => (item ? draw(item, index + 1) : ''))
}

/** A heading of the given level (1–6). */
export const heading = (level: number, all: Attributes, content: Piece): Html =>
  html`${trusted(`<h${level}`)}${attributes(all)}>${content}${trusted(`</h${level}>`)}`
