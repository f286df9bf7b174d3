import { counted } from '#kernel/text.ts'
import { isArray, isDict, isString, nameUnder, type PdfValue } from '../pdf/pdf-value.ts'
import { followed, readPdf, under, type Pdf } from '../pdf/read-pdf.ts'
import { textOfString } from '../pdf/pdf-text.ts'
import { found, named, type Hidden } from './hidden.ts'

/** What a PDF carries beside its pages. */
export function hiddenInPdf(bytes: Buffer): Hidden[] {
  const pdf = readPdf(bytes)
  if (pdf === 'locked') return [found('locked', 'It is protected by a password')]
  if (!pdf) return [found('unreadable', 'It is damaged: it cannot be looked into')]
  const objects = [...pdf.objects.values()].filter(isDict)
  const notes = objects.filter(isNote).length
  const files = objects.filter(it => isDict(followed(pdf, it.entries.get('EF')))).length
  const root = followed(pdf, pdf.trailer.get('Root'))
  const scripts = objects.filter(it => it.entries.has('JS')).length
  return [
    ...(pdf.unread > 0 ? [found('unreadable', 'Parts of it cannot be looked into')] : []),
    ...(notes > 0
      ? [found('comments', `${counted(notes, 'comment or mark', 'comments and marks')} on its pages`)]
      : []),
    ...(files > 0 ? [found('files-inside', `${counted(files, 'attached file')}`)] : []),
    ...(isDict(under(pdf, root, 'OCProperties'))
      ? [found('hidden-layers', 'Layers, which can be switched on and off')]
      : []),
    ...(pdf.superseded > 0 ? [found('earlier-version', 'What it said before its last change')] : []),
    ...(scripts > 0 ? [found('script', 'A script')] : []),
    ...properties(pdf, root),
  ]
}

const marks = [
  'Text',
  'FreeText',
  'Highlight',
  'Underline',
  'StrikeOut',
  'Squiggly',
  'Caret',
  'Ink',
  'Stamp',
  'Popup',
  'Redact',
  'Sound',
  'Movie',
]

const isNote = (it: PdfValue): boolean =>
  marks.includes(nameUnder(it, 'Subtype') ?? '') &&
  isDict(it) &&
  (it.entries.has('Rect') || nameUnder(it, 'Type') === 'Annot')

function properties(pdf: Pdf, root: PdfValue | undefined): Hidden[] {
  const info = followed(pdf, pdf.trailer.get('Info'))
  const said = ['Author', 'Title', 'Subject', 'Keywords', 'Company', 'Manager'].flatMap(key => {
    const value = under(pdf, info, key)
    return isString(value) ? [textOfString(value.bytes)] : []
  })
  const names = said.filter(it => it.trim() !== '')
  if (names.length > 0) return [found('author', `Its properties say ${named(names)}`)]
  return isDict(under(pdf, root, 'Metadata')) && !isArray(info)
    ? [found('author', 'Properties that may name who made it')]
    : []
}
