import { hiddenIn } from '#platform/hidden/hidden-in.ts'
import type { Files } from '#platform/files.ts'
import type { Tx } from '#platform/db/database.ts'
import { digestOfText, readContents } from './contents.ts'
import { leftOutReasons, type Disclosure } from './disclosure.ts'
import { itemsOf } from './item.sql.ts'
import { sources, type Item } from './item.ts'
import { withoutStretches } from './removed.ts'

/** What is given out: words with what is taken out of them, files that may go, and what is held back, by why. */
export type DisclosedDocument = {
  readonly parts: readonly DisclosedPart[]
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[]
  /** by reason, how many */
  readonly withheld: readonly { readonly why: string; readonly items: number }[]
  /** items whose words changed since they were looked at, or that cannot go as chosen: nothing goes until they are looked at again */
  readonly stale: readonly string[]
}

export type DisclosedPart = {
  readonly where: string
  readonly title: string
  readonly at: Date
  readonly words: string
  readonly file?: string
}

/** Puts together what the viewer sees of a disclosure and somebody decided to include. */
export async function documentOf(tx: Tx, store: Files, it: Disclosure): Promise<DisclosedDocument> {
  const items = await itemsOf(tx, it.id)
  const included = items.filter(item => item.decision === 'in')
  const read = new Map((await readContents(tx, store, included)).map(content => [keyOf(content), content]))
  const parts: DisclosedPart[] = []
  const files: { name: string; bytes: Buffer }[] = []
  const stale: string[] = []
  for (const item of included) {
    const content = read.get(keyOf(item))
    if (!content || hasChanged(item, content.text)) {
      stale.push(item.id)
      continue
    }
    const { reference, title, at } = content
    const where = [sources[item.source], reference].filter(Boolean).join(', ')
    if (!content.file || item.form === 'words') {
      parts.push({ where, title: withoutStretches(title, []), at, words: withoutStretches(content.text, item.removed) })
      continue
    }
    const bytes = await store.read(item.form === 'picture' ? content.file.shownSha256 : content.file.sha256)
    if (!(await mayGo(item, content.file, bytes))) {
      stale.push(item.id)
      continue
    }
    const name = `files/${files.length + 1}${endingOf(content.file.name)}`
    files.push({ name, bytes })
    parts.push({ where, title, at, words: '', file: name })
  }
  return { parts, files, stale, withheld: withheldOf(items) }
}

const keyOf = ({ source, sourceId }: Pick<Item, 'source' | 'sourceId'>): string => `${source} ${sourceId}`

/** Stretches count letters: in another text they would take out other words. */
const hasChanged = (item: Item, text: string): boolean =>
  item.removed.length > 0 && item.textSha256 !== digestOfText(text)

/** A picture only as its cleaned copy; a whole file only when nothing is hidden in it. */
async function mayGo(
  { form }: Item,
  file: { type: string; sha256: string; shownSha256: string },
  bytes: Buffer,
): Promise<boolean> {
  if (form === 'picture') return file.type.startsWith('image/') && file.sha256 !== file.shownSha256
  return (await hiddenIn(bytes)).every(it => it.weight === 'tell' && it.kind !== 'author')
}

const endingOf = (name: string): string => /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? ''

function withheldOf(items: readonly Item[]): DisclosedDocument['withheld'] {
  const out = items.filter(it => it.decision === 'out' && it.reason)
  return Object.entries(leftOutReasons).flatMap(([reason, why]) => {
    const n = out.filter(it => it.reason === reason).length
    return n > 0 ? [{ why, items: n }] : []
  })
}
