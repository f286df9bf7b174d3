import { storable } from '../../kernel/text.ts'

export type UploadedFile = {
  readonly name: string
  readonly bytes: Buffer
  /** why its bytes are not all here: the form comes back with what was typed and says so */
  readonly unread?: 'too-large' | 'too-many'
}

/** What somebody typed and chose: always text, always storable, never undefined. */
export type Form = {
  /** the field, trimmed; '' when absent. Line ends are \n. */
  readonly text: (name: string) => string
  readonly texts: (name: string) => string[]
  readonly files: (name: string) => UploadedFile[]
  /** everything typed, to show a refused form again */
  readonly typed: Readonly<Record<string, string>>
}

export type FormFields = Record<string, string | string[] | undefined>

export function formOf(fields: FormFields, files: Record<string, UploadedFile[]> = {}): Form {
  const texts = (name: string): string[] => [fields[name] ?? []].flat().map(tidy)
  return {
    texts,
    text: name => texts(name).at(-1) ?? '',
    files: name => files[name] ?? [],
    typed: Object.fromEntries(Object.keys(fields).map(name => [name, texts(name).at(-1) ?? ''])),
  }
}

export const emptyForm = formOf({})

const tidy = (text: string): string => storable(text).replace(/\r\n?/g, '\n').trim()
