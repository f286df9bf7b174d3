import { html, trusted, type Html, type Piece } from '#platform/views/html.ts'
import { scrolling } from '#platform/views/components/scrolling.ts'

/** The address in a page for a heading: `Somebody rang, or stopped you` → `somebody-rang-or-stopped-you`. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

export type Guide = { readonly title: string; readonly body: Html; readonly anchors: readonly string[] }

/** Where a link of a text leads on our pages; undefined: nowhere, and its words stand alone. */
export type LinkTo = (href: string) => string | undefined

/**
 * Draws the little of Markdown that our own guides are written in: headings, paragraphs, lists, tables, links, bold,
 * italic and code. Everything is escaped; a link goes where `linkTo` says.
 */
export function drawGuide(text: string, linkTo: LinkTo): Guide {
  const blocks = text
    .replaceAll('\r', '')
    .split(/\n{2,}/)
    .flatMap(splitHeading)
    .map(it => it.trim())
    .filter(Boolean)
  const [first = ''] = blocks
  const title = first.replace(/^#\s+/, '')
  const rest = blocks.slice(first.startsWith('# ') ? 1 : 0)
  const anchors = rest.filter(it => it.startsWith('#')).map(it => anchorOf(it.replace(/^#+\s+/, '')))
  return { title, anchors, body: html`${rest.map(it => block(it, linkTo))}` }
}

/** A heading may stand right above what follows. */
const splitHeading = (text: string): string[] => {
  const [, heading, rest] = /^(#+ [^\n]*)\n([^]*)$/.exec(text.trim()) ?? []
  return heading && rest ? [heading, rest] : [text]
}

function block(text: string, linkTo: LinkTo): Piece {
  if (text.startsWith('#')) return heading(text)
  if (text.startsWith('```'))
    return html`<pre class="os-break"><code>${text.replace(/^```\w*\n|\n```$/g, '')}</code></pre>`
  if (text.startsWith('|')) return grid(text, linkTo)
  if (/^[-*] /.test(text))
    return html`<ul class="govuk-list govuk-list--bullet">
      ${items(text, /^[-*] /m, linkTo)}
    </ul>`
  if (/^\d+\. /.test(text))
    return html`<ol class="govuk-list govuk-list--number">
      ${items(text, /^\d+\. /m, linkTo)}
    </ol>`
  return html`<p class="govuk-body">${inline(text, linkTo)}</p>`
}

function heading(text: string): Html {
  const words = text.replace(/^#+\s+/, '')
  return text.startsWith('## ')
    ? html`<h2 class="govuk-heading-m" id="${anchorOf(words)}">${words}</h2>`
    : html`<h3 class="govuk-heading-s" id="${anchorOf(words)}">${words}</h3>`
}

const items = (text: string, mark: RegExp, linkTo: LinkTo): Html[] =>
  text
    .split(new RegExp(mark, 'gm'))
    .filter(it => it.trim())
    .map(it => html`<li>${inline(it.trim(), linkTo)}</li>`)

function grid(text: string, linkTo: LinkTo): Html {
  const rows = text
    .split('\n')
    .filter(line => !/^\|[\s:|-]+\|$/.test(line))
    .map(line =>
      line
        .replace(/^\||\|\s*$/g, '')
        .split('|')
        .map(cell => cell.trim()),
    )
  const [heads = [], ...rest] = rows
  // a few columns of words stand below each other on a phone; many scroll by themselves
  return scrolling(html`<table class="govuk-table${heads.length <= 3 && ' os-stacking-table'}">
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        ${heads.map(it => html`<th scope="col" class="govuk-table__header">${inline(it, linkTo)}</th>`)}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      ${rest.map(
        cells =>
          html`<tr class="govuk-table__row">
            ${cells.map(
              (it, at) => html`<td class="govuk-table__cell${at === 0 && ' os-first-word'}">${inline(it, linkTo)}</td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`)
}

const marks = /\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`|\[(.+?)\]\((.+?)\)/g

/** One line of running text; a line end in the source is a space. */
export function inline(text: string, linkTo: LinkTo): Html {
  const whole = text.replace(/\s*\n\s*/g, ' ')
  let drawn = ''
  let from = 0
  for (const found of whole.matchAll(marks)) {
    const [all, bold, italic, code, words, href] = found
    drawn += html`${whole.slice(from, found.index)}`.text
    drawn += bold
      ? html`<strong>${inline(bold, linkTo)}</strong>`.text
      : italic
        ? html`<em>${italic}</em>`.text
        : code
          ? html`<code>${code}</code>`.text
          : link(words ?? '', linkTo(href ?? '')).text
    from = found.index + all.length
  }
  return trusted(drawn + html`${whole.slice(from)}`.text)
}

const link = (words: string, href: string | undefined): Html =>
  href ? html`<a class="govuk-link" href="${href}">${words}</a>` : html`${words}`
