import { counted } from '#kernel/text.ts'
import { isUnreadable, openZip, type Allowance, type Unreadable, type Zip } from '../zip/read-zip.ts'
import { authorOf, hiddenInDocx, hiddenInOdp, hiddenInOdt, hiddenInPptx } from './in-documents.ts'
import { found, named, type Hidden } from './hidden.ts'
import { hiddenInPdf } from './in-pdf.ts'
import { dataInPicture } from './in-pictures.ts'
import { hiddenInOds, hiddenInXlsx } from './in-spreadsheets.ts'
import { readParts, type Parts } from './office-parts.ts'

/** All that is unpacked of one file, however many archives lie in one another. */
const mostUnpacked = 64 * 1024 * 1024
const deepest = 2

/**
 * What a file hides from whoever opens it: by its bytes, never by its name. Nothing in it is run, fetched or believed.
 * An empty list says that nothing was found of what is looked for: `cannotTell` says what is not.
 */
export const hiddenIn = (bytes: Buffer): Promise<Hidden[]> => lookInto(bytes, { bytes: mostUnpacked }, 0)

/** What no look at bytes can tell, for people. */
export const cannotTell =
  'We cannot see words under a black box, white words on white, what was cut off a picture, or what a sound says about where it was made'

async function lookInto(bytes: Buffer, allowance: Allowance, depth: number): Promise<Hidden[]> {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return hiddenInPdf(bytes)
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) return inArchive(bytes, allowance, depth)
  const { place, other } = dataInPicture(bytes)
  if (place) return [found('picture-data', 'Where it was taken, and what else the camera wrote into it')]
  return other ? [found('picture-data', 'What the camera or a program wrote into it')] : []
}

async function inArchive(bytes: Buffer, allowance: Allowance, depth: number): Promise<Hidden[]> {
  const zip = openZip(bytes, allowance)
  if (isUnreadable(zip)) return [unreadable(zip)]
  const parts = await readParts(zip)
  if (isUnreadable(parts)) return [unreadable(parts)]
  const document = documents.find(([part]) => part.test(parts.names.join('\n')))
  if (!document && !parts.names.includes('content.xml'))
    return [await filesInside(zip, parts.names, allowance, depth)].flat()
  const look = document?.[1] ?? openDocument(String(await zip.read('mimetype')))
  return [...look(parts), ...(await embedded(zip, allowance, depth)), ...authorOf(parts)]
}

const documents: readonly (readonly [RegExp, (parts: Parts) => Hidden[]])[] = [
  [/^xl\/workbook\.xml$/m, hiddenInXlsx],
  [/^word\/document\.xml$/m, hiddenInDocx],
  [/^ppt\/presentation\.xml$/m, hiddenInPptx],
]

const openDocument = (mimetype: string): ((parts: Parts) => Hidden[]) =>
  mimetype.includes('spreadsheet') ? hiddenInOds : mimetype.includes('presentation') ? hiddenInOdp : hiddenInOdt

/** Files and pictures inside a document: what is in them goes with it, a picture with what its camera wrote. */
async function embedded(zip: Zip, allowance: Allowance, depth: number): Promise<Hidden[]> {
  const files = zip.names.filter(
    it =>
      /(^|\/)(embeddings|Object[^/]*|ObjectReplacements)\/[^/]+$/i.test(it) &&
      !/\.(xml|rels|wmf|emf)$|ObjectReplacements/i.test(it),
  )
  const pictures = zip.names.filter(it => /\.(jpe?g|png|gif|webp)$/i.test(it))
  const inside = files.length > 0 ? [await filesInside(zip, files, allowance, depth)].flat() : []
  let places = 0
  for (const name of pictures) {
    const bytes = await zip.read(name)
    if (isUnreadable(bytes)) return [...inside, unreadable(bytes)]
    if (dataInPicture(bytes).place) places++
  }
  if (places === 0) return inside
  return [
    ...inside,
    found('pictures-inside', `${counted(places, 'picture')} that ${places === 1 ? 'says' : 'say'} where it was taken`),
  ]
}

/** The files of an archive, and what they hide themselves, as deep as anybody packs. */
async function filesInside(zip: Zip, names: readonly string[], allowance: Allowance, depth: number): Promise<Hidden[]> {
  const files = names.filter(it => !it.endsWith('/'))
  const here = found(
    'files-inside',
    `${counted(files.length, 'file')} inside: ${named(files.map(it => it.split('/').at(-1)!))}`,
  )
  if (depth >= deepest) return [here]
  const deeper: Hidden[] = []
  for (const name of files.slice(0, 100)) {
    const bytes = await zip.read(name)
    if (isUnreadable(bytes)) return [here, unreadable(bytes)]
    const inIt = await lookInto(bytes, allowance, depth + 1)
    // a copy of a picture in an archive is not cleaned
    deeper.push(
      ...inIt.map(it => ({
        ...it,
        ...(it.weight === 'cleaned' && {
          weight: 'tell' as const,
          todo: 'Take it out of the archive and send it by itself',
        }),
        words: `In ${named([name.split('/').at(-1)!])}: ${it.words}`,
      })),
    )
  }
  return [here, ...deeper.slice(0, 20)]
}

const unreadable = (why: Unreadable): Hidden => {
  if (why === 'locked') return found('locked', 'It is protected by a password')
  return why === 'broken'
    ? found('unreadable', 'It is damaged: it cannot be looked into')
    : found('unreadable', 'It unpacks to more than anybody sends: it was not looked into')
}
