import { z } from 'zod'
import { type Result } from '#kernel/result.ts'
import type { Files } from '#platform/files.ts'
import { keepFiles } from '../attach/attach.ts'
import { reasonsToSend } from '../attach/hidden-data.ts'
import type { NewAttachment } from '../attachment.sql.ts'

/** A request may be as large as a mail: files travel as base64, which makes them a third larger. */
export const mostBytesOfRequest = 35 * 1024 * 1024

export const filesField = z
  .array(
    z.strictObject({
      name: z.string({ error: 'Enter the name of the file' }).min(1, 'Enter the name of the file'),
      content: z.base64('Send the content of the file as base64').describe('The bytes, as base64'),
    }),
  )
  .max(10, 'Send at most 10 files')
  .default([])
  .describe('Photos and files, each at most 10 MB; what a file is is judged by its content')

export const hiddenReasonField = z
  .enum(reasonsToSend)
  .optional()
  .describe(
    'Why files may go to the reader although they hide something, such as a hidden sheet; asked for where they do',
  )

/** Keeps what was sent; all of it, or none with the reasons at `attachments`. */
export async function keepSent(files: Files, sent: z.infer<typeof filesField>): Promise<Result<NewAttachment[]>> {
  const kept = await keepFiles(
    files,
    sent.map(({ name, content }) => ({ name, bytes: Buffer.from(content, 'base64') })),
  )
  if (kept.ok) return kept
  return { ok: false, refusal: { ...kept.refusal, field: 'attachments' } }
}
