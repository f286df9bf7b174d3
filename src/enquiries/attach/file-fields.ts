import type { Refusal } from '#kernel/result.ts'
import { fileUpload } from '#platform/views/components/file-upload.ts'
import { details } from '#platform/views/components/details.ts'
import { errorFor } from '#platform/views/components/form.ts'
import { attachmentList } from '#platform/views/components/attachment-list.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Attachment } from '../attachment.sql.ts'
import { fileNote } from './file-words.ts'

/** The field for photos and files. Its form needs `enctype="multipart/form-data"`. */
export const filesField = (refusal: Refusal | undefined, label = 'Photos and files'): Html =>
  fileUpload({
    name: 'files',
    label: { text: label },
    hint: { text: 'If they help. Up to 10 files, each at most 10 MB. We take out where a photo was taken' },
    multiple: true,
    errorMessage: errorFor(refusal, 'files'),
  })

/** The files of one message as links; only who sees the enquiry can open them. */
export const filesOf = (reference: string, files: readonly Attachment[]): Html =>
  attachmentList(
    files.map(it => {
      const href = `/enquiries/${reference}/attachments/${it.id}`
      return { name: it.name, href, note: fileNote(it), ...previewOf(it, href) }
    }),
  )

/** A picture is seen where it came, a PDF when it is unfolded; nothing else is opened in the page. */
function previewOf({ type, name }: Attachment, href: string): { preview?: Html } {
  if (seen.includes(type))
    return { preview: html`<img class="os-files__picture" src="${href}" alt="${name}" loading="lazy" />` }
  if (type !== 'application/pdf') return {}
  const frame = html`<iframe class="os-files__frame" src="${href}" title="${name}" loading="lazy"></iframe>`
  return { preview: details({ summaryText: 'Look at it here', classes: 'os-no-print', html: frame }) }
}

const seen = ['image/jpeg', 'image/png', 'image/gif', 'image/webp']
