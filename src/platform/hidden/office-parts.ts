import { isUnreadable, type Unreadable, type Zip } from '../zip/read-zip.ts'
import { textOfPart } from '../zip/xml.ts'

/** The XML parts of an office document by name, and the names of all its parts. */
export type Parts = { readonly names: readonly string[]; readonly xml: ReadonlyMap<string, string> }

/** Reads every part that is XML; the first that cannot be read says why nothing can be said of the document. */
export async function readParts(zip: Zip): Promise<Parts | Unreadable> {
  const xml = new Map<string, string>()
  for (const name of zip.names.filter(it => /\.(xml|rels)$/i.test(it))) {
    const bytes = await zip.read(name)
    if (isUnreadable(bytes)) return bytes
    xml.set(name, textOfPart(bytes))
  }
  return { names: zip.names, xml }
}

/** The text of the parts whose name fits, in the order of the archive. */
export const partsLike = ({ xml }: Parts, pattern: RegExp): string[] =>
  [...xml].flatMap(([name, text]) => (pattern.test(name) ? [text] : []))
