import { html, nothing, type Html } from '#platform/views/html.ts'
import { attributes } from './content.ts'

export type Attachment = {
  name: string
  /** not given while it cannot be opened yet, as in a preview */
  href?: string
  /** how it looks, below its name */
  preview?: Html
  /** kind and size in words, such as `JPEG, 1.2 MB` */
  note?: string
}

/** Files that came with something, each a link with its kind and size. */
export function attachmentList(files: readonly Attachment[], label = 'Attachments'): Html {
  if (files.length === 0) return nothing
  return html`<ul class="os-files" aria-label="${label}">
    ${files.map(file)}
  </ul>`
}

const file = ({ name, href, note, preview }: Attachment): Html =>
  html`<li class="os-files__item">
    ${href ? html`<a${attributes({ class: 'govuk-link os-files__link', href })}>${name}</a>` : name}
    ${note && html`<span class="os-files__note">${note}</span>`} ${preview}
  </li>`
