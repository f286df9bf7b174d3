/** What a file is, by its content and never by its name. */
export type FileKind = {
  /** the media type it is kept under; nothing that a browser would run */
  readonly type: string
  /** for people: `JPEG`, `PDF` */
  readonly word: string
  /** the endings its name may have; the first is put on when it has none of them */
  readonly endings: readonly string[]
}

const office = 'application/vnd.openxmlformats-officedocument'

/** Everything that is taken, by the ending that file-type gives it. */
const kinds: Readonly<Record<string, FileKind>> = {
  jpg: { type: 'image/jpeg', word: 'JPEG', endings: ['jpg', 'jpeg'] },
  png: { type: 'image/png', word: 'PNG', endings: ['png'] },
  gif: { type: 'image/gif', word: 'GIF', endings: ['gif'] },
  webp: { type: 'image/webp', word: 'WebP', endings: ['webp'] },
  heic: { type: 'image/heic', word: 'HEIC photo', endings: ['heic', 'heif'] },
  pdf: { type: 'application/pdf', word: 'PDF', endings: ['pdf'] },
  docx: { type: `${office}.wordprocessingml.document`, word: 'Word', endings: ['docx'] },
  xlsx: { type: `${office}.spreadsheetml.sheet`, word: 'Excel', endings: ['xlsx'] },
  pptx: { type: `${office}.presentationml.presentation`, word: 'PowerPoint', endings: ['pptx'] },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', word: 'OpenDocument sheet', endings: ['ods'] },
  odt: { type: 'application/vnd.oasis.opendocument.text', word: 'OpenDocument', endings: ['odt'] },
  mp4: { type: 'video/mp4', word: 'MP4 video', endings: ['mp4', 'm4v'] },
  mov: { type: 'video/quicktime', word: 'MOV video', endings: ['mov'] },
  mp3: { type: 'audio/mpeg', word: 'MP3 sound', endings: ['mp3'] },
  m4a: { type: 'audio/mp4', word: 'M4A sound', endings: ['m4a'] },
}

const aliases: Readonly<Record<string, string>> = { apng: 'png', m4v: 'mp4', heif: 'heic' }

const mail: FileKind = { type: 'application/vnd.ms-outlook', word: 'Outlook email', endings: ['msg'] }
const texts: Readonly<Record<string, FileKind>> = {
  csv: { type: 'text/csv', word: 'CSV', endings: ['csv'] },
  eml: { type: 'message/rfc822', word: 'Email', endings: ['eml'] },
  // whatever else is text is kept as text under its own name: a browser saves it and never runs it
  txt: { type: 'text/plain', word: 'Text', endings: [] },
}

/** What the bytes are; undefined when they are nothing that is taken. */
export async function kindOf(bytes: Uint8Array, name: string): Promise<FileKind | undefined> {
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found?.ext === 'cfb') return isOutlookMail(bytes) ? mail : undefined
  if (found && found.ext !== 'xml') return kinds[aliases[found.ext] ?? found.ext]
  return isText(bytes) ? (texts[endingOf(name)] ?? texts.txt) : undefined
}

export const wordOfType = (type: string): string =>
  [...Object.values(kinds), mail, ...Object.values(texts)].find(it => it.type === type)?.word ?? 'File'

export const endingOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** An Outlook message is a compound file with these streams in it; an old Word file is one without them. */
const isOutlookMail = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes).includes(Buffer.from('__substg1.0_', 'utf16le'))

/** Text has no control characters but the usual ones, and what is not ASCII in it is UTF-8 or plain Latin letters. */
function isText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536)
  if (sample.length >= 2 && isUtf16Mark(sample)) return true
  return (
    sample.every(byte => byte >= 32 || [9, 10, 12, 13, 27].includes(byte)) && (isUtf8(sample) || isMostlyAscii(sample))
  )
}

const isUtf16Mark = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)

/** The sample may end inside a character. */
const isUtf8 = (sample: Uint8Array): boolean => !new TextDecoder().decode(sample, { stream: true }).includes('\uFFFD')

const isMostlyAscii = (sample: Uint8Array): boolean => sample.filter(byte => byte > 127).length <= sample.length * 0.3
