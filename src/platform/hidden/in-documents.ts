import { counted } from '#kernel/text.ts'
import { attribute, tags, texts } from '../zip/xml.ts'
import { found, named, type Hidden } from './hidden.ts'
import { changes, comments, stylesWith } from './in-spreadsheets.ts'
import { partsLike, type Parts } from './office-parts.ts'

/** What a Word document hides (ECMA-376, part 1, section 17). */
export function hiddenInDocx(parts: Parts): Hidden[] {
  const stories = partsLike(parts, /^word\/(document|header\d*|footer\d*|footnotes|endnotes|styles)\.xml$/)
  const changed = stories.flatMap(it =>
    tags(it, 'ins', 'del', 'moveFrom', 'moveTo', '[rpt]PrChange', 'tblPrChange'),
  ).length
  const vanish = stories.flatMap(it => tags(it, 'vanish', 'webHidden')).filter(isNotOff).length
  return [
    ...(changed > 0 ? [found('tracked-changes', counted(changed, 'tracked change'))] : []),
    ...comments(partsLike(parts, /^word\/comments\.xml$/).flatMap(it => tags(it, 'comment')).length),
    ...(vanish > 0
      ? [found('hidden-words', counted(vanish, 'passage of hidden words', 'passages of hidden words'))]
      : []),
    ...linkedFiles(parts),
  ]
}

/** Formatting is on unless it says `0`, `false` or `off`. */
const isNotOff = (tag: string): boolean => !['0', 'false', 'off'].includes(attribute(tag, 'val') ?? '')

/** Pictures, sheets and templates that the document fetches from elsewhere: their places are in it. */
function linkedFiles(parts: Parts): Hidden[] {
  const outside = partsLike(parts, /\.rels$/)
    .flatMap(it => tags(it, 'Relationship'))
    .filter(it => attribute(it, 'TargetMode') === 'External' && !attribute(it, 'Type')?.endsWith('/hyperlink'))
  return outside.length > 0
    ? [
        found(
          'linked-files',
          `${counted(outside.length, 'link')} to other files: ${named(outside.map(it => attribute(it, 'Target') ?? ''))}`,
        ),
      ]
    : []
}

/** What an OpenDocument text hides. */
export function hiddenInOdt(parts: Parts): Hidden[] {
  const all = partsLike(parts, /^(content|styles)\.xml$/)
  const unseen = all.flatMap(it => [...stylesWith(it, 'text-properties', 'display', 'none')]).length
  const hidden = all.flatMap(it => tags(it, 'hidden-text', 'hidden-paragraph')).length + unseen
  return [
    ...changes(all.flatMap(it => tags(it, 'changed-region', 'tracked-changes')).length),
    ...comments(all.flatMap(it => tags(it, 'annotation')).length),
    ...(hidden > 0 ? [found('hidden-words', 'Hidden words')] : []),
    ...(parts.names.some(it => it.startsWith('Versions/'))
      ? [found('old-versions', 'Earlier versions of the document')]
      : []),
  ]
}

/** What slides hide: whole slides, speaker notes, comments. */
export function hiddenInPptx(parts: Parts): Hidden[] {
  const slides = partsLike(parts, /^ppt\/slides\/[^/]+\.xml$/)
  const unseen = slides
    .flatMap(it => tags(it, 'sld'))
    .filter(it => ['0', 'false'].includes(attribute(it, 'show') ?? '')).length
  const notes = partsLike(parts, /^ppt\/notesSlides\/[^/]+\.xml$/).filter(
    it => texts(it, 'r').join('').trim() !== '',
  ).length
  const said = partsLike(parts, /^ppt\/comments\//).flatMap(it => tags(it, 'cm')).length
  return [...slidesUnseen(unseen), ...speakerNotes(notes), ...comments(said), ...linkedFiles(parts)]
}

export function hiddenInOdp(parts: Parts): Hidden[] {
  const [content = ''] = partsLike(parts, /^content\.xml$/)
  const unseen = stylesWith(content, 'drawing-page-properties', 'visibility', 'hidden').size
  const notes = texts(content, 'notes').filter(it => it.trim() !== '').length
  return [...slidesUnseen(unseen), ...speakerNotes(notes), ...comments(tags(content, 'annotation').length)]
}

const slidesUnseen = (n: number): Hidden[] => (n > 0 ? [found('hidden-slides', counted(n, 'hidden slide'))] : [])

const speakerNotes = (n: number): Hidden[] => (n > 0 ? [found('notes', `Speaker notes on ${counted(n, 'slide')}`)] : [])

/** Who wrote it, for whom and what else its properties say; the same in all office documents. */
export function authorOf(parts: Parts): Hidden[] {
  const about = partsLike(parts, /^(docProps\/(core|app|custom)\.xml|meta\.xml)$/)
  const fields = [
    'creator',
    'lastModifiedBy',
    'initial-creator',
    'Company',
    'Manager',
    'printed-by',
    'lpwstr',
    'user-defined',
  ]
  const said = about.flatMap(it => fields.flatMap(field => texts(it, field))).filter(it => it.trim() !== '')
  return said.length > 0 ? [found('author', `Names in its properties: ${named([...new Set(said)])}`)] : []
}
