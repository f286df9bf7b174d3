import type { NewAttachment } from '../attachment.sql.ts'
import { wordOfType } from './file-kind.ts'

/** `JPEG, 1.2 MB`. */
export const fileNote = ({ type, size }: Pick<NewAttachment, 'type' | 'size'>): string =>
  `${wordOfType(type)}, ${sizeInWords(size)}`

/** `980 bytes`, `12 kB`, `1.2 MB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
