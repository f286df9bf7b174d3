import type { Refusal } from '#kernel/result.ts'
import { fileUpload } from '#platform/views/components/file-upload.ts'
import { errorFor } from '#platform/views/components/form.ts'
import { attachmentList } from '#platform/views/components/attachment-list.ts'
import type { Html } from '#platform/views/html.ts'
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
    files.map(it => ({
      name: it.name,
      href: `/enquiries/${reference}/attachments/${it.id}`,
      note: fileNote(it),
    })),
  )
