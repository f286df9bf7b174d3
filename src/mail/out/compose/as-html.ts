import { html, type Html, type Piece } from '#platform/views/html.ts'
import { isolated, paragraphsOf, safeHref, straight } from './writing.ts'
import type { Block, Inline, Link, Point } from './block.ts'

/** The blocks as simple HTML that reads well even where a mail program throws every style away. */
export const asHtml = (blocks: readonly Block[]): Html => html`${blocks.map(block => [blockAsHtml(block), '\n'])}`

function blockAsHtml(block: Block): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${block.parts.map(inlineAsHtml)}</p>`
    case 'note':
      return html`<p class="note">${block.parts.map(inlineAsHtml)}</p>`
    case 'heading':
      return html`<h2>${straight(block.text)}</h2>`
    case 'facts':
      return html`<p class="facts">${block.facts.map((it, at) => factAsHtml(it.name, it.value, at))}</p>`
    case 'words':
      return block.apart ? html`<blockquote>${bodyAsHtml(block.text)}</blockquote>` : bodyAsHtml(block.text)
    case 'points':
      return block.numbered
        ? html`<ol>
            ${block.points.map(pointAsHtml)}
          </ol>`
        : html`<ul>
            ${block.points.map(pointAsHtml)}
          </ul>`
    case 'action':
      return html`<p class="${block.main ? 'action' : 'choice'}">${linkAsHtml(block.link)}</p>`
  }
}

const inlineAsHtml = (part: Inline): Piece => (typeof part === 'string' ? straight(part) : linkAsHtml(part))

const linkAsHtml = ({ words, href }: Link): Html => html`<a href="${safeHref(href)}">${isolated(words)}</a>`

const factAsHtml = (name: string, value: string, at: number): Html =>
  html`${at > 0 && html`<br />`}<span class="name">${name}:</span> <strong>${isolated(value)}</strong>`

/** What leads nowhere and has nothing below it is a sentence of its own, and not the heading of one. */
const pointAsHtml = ({ lead, href, body }: Point): Html =>
  !href && body === undefined
    ? html`<li><p>${isolated(lead)}</p></li>`
    : html`<li>
        <p class="lead">${href ? linkAsHtml({ words: lead, href }) : isolated(lead)}</p>
        ${body !== undefined && bodyAsHtml(body)}
      </li>`

const bodyAsHtml = (text: string): Html => html`${paragraphsOf(text).map(ownWords)}`

const ownWords = (lines: readonly string[]): Html =>
  html`<p dir="auto">${lines.map((line, at) => html`${at > 0 && html`<br />`}${isolated(line)}`)}</p>`
