import { createHash } from 'node:crypto'
import { messageTitle } from '#enquiries/door.ts'
import type { Files } from '#platform/files.ts'
import type { Tx } from '#platform/db/database.ts'
import { textOfFile } from '#platform/text/text-of-file.ts'
import { contentsOf, type Content } from './content.sql.ts'
import type { Source } from './item.ts'

/** A place with its words: those of a file or a mail are taken out of it. `unreadable`: it has words nobody can get at. */
export type Read = Omit<Content, 'raw'> & { readonly unreadable: boolean }

/** Reads places as the viewer sees them. Files and mails are opened one after the other: each may be large. */
export async function readContents(
  tx: Tx,
  files: Files,
  wanted: readonly { readonly source: Source; readonly sourceId: string }[],
): Promise<Read[]> {
  const read: Read[] = []
  for (const it of await contentsOf(tx, wanted)) read.push(await withWords(it, files))
  return read
}

/** The same for one place that was read already. */
export async function withWords({ raw, ...it }: Content, files: Files): Promise<Read> {
  if (it.source === 'message') return { ...it, title: messageTitle(it.title), unreadable: false }
  if (!raw && !it.file) return { ...it, unreadable: false }
  const bytes = raw ?? (await files.read(it.file!.sha256).catch(() => undefined))
  const text = bytes && (await textOfFile(bytes, raw ? 'message/rfc822' : it.file!.type))
  const name = it.file ? `${it.file.name}\n` : ''
  return { ...it, text: name + (text ?? ''), unreadable: text === undefined }
}

/** By which it is known whether a text is still the one that stretches were taken out of. */
export const digestOfText = (text: string): string => createHash('sha256').update(text).digest('hex')
