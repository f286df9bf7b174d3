import { allow, refuse, refuseAll, type Refusal, type Result } from '#kernel/result.ts'
import { oneLine, shortened } from '#kernel/text.ts'
import type { Files } from '#platform/files.ts'
import { hiddenIn } from '#platform/hidden/hidden-in.ts'
import type { Hidden } from '#platform/hidden/hidden.ts'
import type { UploadedFile } from '#platform/http/form.ts'
import type { NewAttachment } from '../attachment.sql.ts'
import { endingOf, kindOf, type FileKind } from './file-kind.ts'
import { shownCopy } from './shown-copy.ts'

export const mostFiles = 10
export const mostBytes = 10 * 1024 * 1024

/** What a picture that cannot be read is kept under: to be saved, not shown. */
const unreadable = 'application/octet-stream'

/**
 * Looks at every file by its content and keeps it: as it came, and a picture or film also as it is shown. All of them, or none
 * when one cannot be taken: then every reason, at the field `files` (domain, section 7).
 */
export async function keepFiles(files: Files, uploaded: readonly UploadedFile[]): Promise<Result<NewAttachment[]>> {
  if (uploaded.length > mostFiles) return refuse('too-many-files', `Select at most ${mostFiles} files`, 'files')
  const looked = await Promise.all(uploaded.map(look))
  const refused = refuseAll(looked.flatMap(it => ('refusal' in it ? [it.refusal] : [])))
  if (refused) return refused
  const kept: NewAttachment[] = []
  // one picture at a time: decoding several large ones together would cost too much memory
  for (const it of looked) if ('kind' in it) kept.push(await keep(files, it))
  return allow(kept)
}

/**
 * Keeps whatever came with a mail, of any kind and number: nothing that was sent to us is refused after the fact. What is
 * no kind we take is kept as bytes to be saved, never shown.
 */
export async function keepEveryFile(
  files: Files,
  came: readonly Pick<UploadedFile, 'name' | 'bytes'>[],
): Promise<NewAttachment[]> {
  const kept: NewAttachment[] = []
  for (const { name, bytes } of came) {
    const called = tidyName(name)
    kept.push(await keep(files, { name: called, bytes, kind: (await kindOf(bytes, called)) ?? anything }))
  }
  return kept
}

const anything: FileKind = { type: unreadable, word: 'File', endings: [] }

type Looked = { readonly name: string; readonly bytes: Buffer; readonly kind: FileKind }

async function look({ name, bytes, unread }: UploadedFile): Promise<Looked | { refusal: Refusal }> {
  const called = tidyName(name)
  if (unread === 'too-many') return refuse('too-many-files', `Select at most ${mostFiles} files`, 'files')
  if (unread === 'too-large' || bytes.length > mostBytes)
    return refuse('too-large-file', `“${called}” is larger than 10 MB. Select a smaller file`, 'files')
  if (bytes.length === 0) return refuse('empty-file', `“${called}” is empty. Select another file`, 'files')
  const kind = await kindOf(bytes, called)
  return kind ? { name: called, bytes, kind } : refuse('wrong-file', wrongKind(called), 'files')
}

const wrongKind = (name: string): string =>
  `“${name}” is not a kind of file we can take. Select a photo, a PDF, a Word, Excel or PowerPoint file, a text, an email, a sound or a video`

async function keep(files: Files, { name, bytes, kind }: Looked): Promise<NewAttachment> {
  const isPicture = kind.type.startsWith('image/')
  const shown = await shownCopy(bytes, kind.type)
  const sha256 = await files.keep(bytes)
  const shownSha256 = shown ? await files.keep(shown) : sha256
  const type = isPicture && !shown ? unreadable : kind.type
  const hidden = (await hiddenIn(bytes)).map(it => (shown ? it : notCleaned(it)))
  const facts = { name: nameFor(name, kind), type, size: bytes.length, sha256, shownSha256 }
  return hidden.length > 0 ? { ...facts, hidden } : facts
}

/** Only a picture that could be read has a copy that is sent in its place. */
const notCleaned = (it: Hidden): Hidden =>
  it.weight === 'cleaned' ? { ...it, weight: 'ask', todo: 'Save the picture anew without it' } : it

/** No folders, no control or direction marks that make an ending look like another one, not endlessly long. */
export function tidyName(name: string): string {
  const last = oneLine(name.split(/[/\\]/).at(-1) ?? '').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
  const ending = endingOf(last)
  if (last.length <= 120) return last.trim() || 'file'
  return ending ? `${shortened(last.slice(0, -ending.length - 1), 110)}.${ending}` : shortened(last, 120)
}

/** A name says what the file is: `holiday.exe` that is a photo becomes `holiday.exe.jpg`. */
const nameFor = (name: string, { endings }: FileKind): string =>
  endings.length === 0 || endings.includes(endingOf(name)) ? name : `${name}.${endings[0]}`
