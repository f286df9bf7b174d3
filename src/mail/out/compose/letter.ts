import type { Reference } from '#kernel/reference.ts'
import { oneLine, shortened } from '#kernel/text.ts'
import { html, trusted, type Html } from '#platform/views/html.ts'
import { asHtml } from './as-html.ts'
import { asText } from './as-text.ts'
import type { Block } from './block.ts'
import { heading, note, paragraph } from './block.ts'
import { style } from './style.ts'
import { isolated, straight } from './writing.ts'

/** A mail ready to go: the same words as text and as HTML. */
export type Composed = {
  readonly subject: string
  readonly text: string
  readonly html: string
  /** what happened, in a few words: a line of a digest; of letters only */
  readonly says?: string
}

/** The council as the reader knows it. */
export type Council = { readonly name: string; readonly team: string }

/** The enquiry a mail is about. A restricted one gives its number alone (domain, section 6): no subject. */
export type About = {
  readonly reference: Reference
  readonly subject: string
  readonly restricted?: boolean
  readonly trackingUrl: string
  /** where the reader chooses whether to get such mail; undefined where it comes whatever they chose */
  readonly choiceUrl?: string
}

export type Letter = {
  readonly council: Council
  readonly about?: About
  /** what happened, in a few words: the subject line and the heading */
  readonly says: string
  /** "Dear …"; undefined where nobody is known by name */
  readonly to?: string
  readonly blocks: readonly Block[]
  /** why the reader gets this mail */
  readonly because: string
}

/** Draws a letter as a mail: one frame for every mail the council sends. */
export function compose(letter: Letter): Composed {
  const body = bodyOf(letter)
  const end = endOf(letter)
  return {
    says: oneLine(straight(letter.says)),
    subject: subjectLine(letter),
    text: asText([heading(letter.says), ...body, ...end]),
    html: page(letter, body, end),
  }
}

const bodyOf = ({ to, blocks }: Letter): Block[] => [...(to ? [paragraph(`Dear ${isolated(to)},`)] : []), ...blocks]

const endOf = (letter: Letter): Block[] => [
  note(`${letter.council.team}, ${letter.council.name}`),
  note(letter.because),
  ...choiceIn(letter),
]

/**
 * A letter on a page of ours, as a mail program draws it (class `os-mail-sheet`). Its links are seen and lead nowhere:
 * they are for the reader it will go to.
 */
export function asRead(letter: Letter): Html {
  const drawn = html`<p class="from">${letter.council.name}</p>
    <p class="says">${straight(letter.says)}</p>
    ${asHtml(bodyOf(letter))}
    <div class="end">${asHtml(endOf(letter))}</div>`
  return html`<p class="govuk-body">Subject: <bdi>${subjectLine(letter)}</bdi></p>
    <div class="os-mail-sheet">${trusted(drawn.text.replaceAll(/<a href="[^"]*"/g, '<a'))}</div>`
}

const choiceIn = ({ about }: Letter): Block[] =>
  about?.choiceUrl ? [note({ words: 'Choose what we email you', href: about.choiceUrl })] : []

/**
 * `[ME-2026-000123] Broken lamp`: the same for every mail about one enquiry, because many mail programs put only those
 * into one conversation whose subjects are equal. What happened stands in the heading and in the preview.
 */
function subjectLine({ about, says }: Letter): string {
  if (!about) return oneLine(straight(says))
  const subject = about.restricted ? 'Your enquiry' : isolated(shortened(oneLine(about.subject), 120))
  return oneLine(straight(`[${about.reference}] ${subject}`))
}

/** What a list of mails shows beside the subject: what happened, then how the letter begins. */
function preview({ says, blocks }: Letter): string {
  const first = blocks.map(saidFirst).find(Boolean) ?? ''
  return shortened(oneLine(straight(first ? `${says}. ${first}` : says)), 140)
}

function saidFirst(block: Block): string {
  if (block.kind === 'paragraph')
    return block.parts.map(part => (typeof part === 'string' ? part : part.words)).join('')
  return block.kind === 'words' ? isolated(block.text) : ''
}

function page(letter: Letter, body: readonly Block[], end: readonly Block[]): string {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${subjectLine(letter)}</title>
        <style>
          ${trusted(style)}
        </style>
      </head>
      <body>
        <div class="preview" style="display: none; max-height: 0; overflow: hidden; mso-hide: all">
          ${preview(letter)}
        </div>
        <div class="sheet">
          <p class="from">${letter.council.name}</p>
          <h1>${straight(letter.says)}</h1>
          ${asHtml(body)}
          <div class="end">${asHtml(end)}</div>
        </div>
      </body>
    </html> `.text
}

/** The two facts every mail about an enquiry begins with. */
export const aboutFacts = ({ reference, subject, restricted }: About) => [
  { name: 'Reference', value: reference as string },
  !restricted && { name: 'About', value: shortened(oneLine(subject), 300) },
]
