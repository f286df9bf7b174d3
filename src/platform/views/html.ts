/**
 * HTML that is safe by default: whatever is put into the template is escaped unless it is already `Html`.
 * Lists are joined; null, undefined and false vanish, so that `${when && html`…`}` reads well.
 */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

export type Piece = Html | string | number | null | undefined | false | readonly Piece[]

export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  let text = strings[0] ?? ''
  for (let i = 0; i < pieces.length; i++) text += render(pieces[i]) + (strings[i + 1] ?? '')
  return new Html(text)
}

/** Markup that is known to be safe: our own templates' output, or mail that the sanitiser let through. */
export const trusted = (text: string): Html => new Html(text)

export const nothing = new Html('')

const dangerous = /[&<>"']/g
const someDangerous = /[&<>"']/
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

// most text has nothing to escape, and looking is cheaper than replacing nothing
export const escape = (text: string): string =>
  someDangerous.test(text) ? text.replace(dangerous, found => escapes[found] ?? found) : text

function render(piece: Piece): string {
  if (piece instanceof Html) return piece.text
  if (typeof piece === 'string') return escape(piece)
  if (typeof piece === 'number') return String(piece)
  if (Array.isArray(piece)) return piece.map(render).join('')
  return ''
}
