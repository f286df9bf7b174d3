import { listInWords, oneLine, shortened } from '#kernel/text.ts'

/**
 * One thing in a file that whoever opens it does not see at once. `ask`: it may say what was never meant to be sent, so
 * whoever sends it has to say why it may go · `tell`: worth knowing, seldom harmful · `cleaned`: the copy that is sent
 * is without it.
 */
export type Hidden = {
  readonly kind: HiddenKind
  readonly weight: 'ask' | 'tell' | 'cleaned'
  /** what was found: `2 hidden sheets: “Salaries” and “Staff”` */
  readonly words: string
  /** what to do about it, in one sentence */
  readonly todo: string
}

const kinds = {
  'hidden-sheets': ['ask', 'Unhide and delete them, or paste what is needed into a new file as values'],
  'hidden-rows': ['ask', 'Unhide and delete the rows and columns, or paste what is needed into a new file as values'],
  'pivot-data': ['ask', 'A pivot table carries all data behind it: paste the table into a new file as values'],
  'linked-files': ['ask', 'Break the links, which also forgets the values copied from the other files'],
  'data-connections': ['ask', 'Remove the connections to databases and other sources'],
  'hidden-numbers': ['ask', 'Show the cells whose format hides what is in them, and delete what should not go'],
  comments: ['ask', 'Delete the comments, or make sure that they may be read'],
  'tracked-changes': ['ask', 'Accept or reject all changes: the old words are still in the file'],
  'hidden-words': ['ask', 'Show the hidden words and delete them'],
  'old-versions': ['ask', 'Save it as a new file: earlier versions are still in this one'],
  'hidden-slides': ['ask', 'Delete the hidden slides'],
  notes: ['ask', 'Delete the speaker notes, or make sure that they may be read'],
  'files-inside': ['ask', 'Open the files inside, or take them out'],
  'hidden-layers': ['ask', 'Print it to a new PDF without the layers'],
  'earlier-version': ['ask', 'Print it to a new PDF: what was there before the last change may still be in this one'],
  locked: ['ask', 'Send a copy without a password: what is inside cannot be checked'],
  unreadable: ['ask', 'Open it and save it anew: it cannot be checked as it is'],
  names: ['tell', 'Names given to cells can say more than the cells: look through them'],
  author: ['tell', 'Remove the document properties if a name should not go with it'],
  script: ['ask', 'Print it to a new PDF without scripts'],
  'picture-data': ['cleaned', 'It is taken out of the copy that is sent'],
  'pictures-inside': ['ask', 'Compress the pictures in the document, or put cleaned ones in their place'],
} as const

export type HiddenKind = keyof typeof kinds

/** A thing found, with what is done about its kind. */
export const found = (kind: HiddenKind, words: string): Hidden => ({
  kind,
  weight: kinds[kind][0],
  words,
  todo: kinds[kind][1],
})

/** Names out of a file are strangers' words: on one line, short, the first few of them. */
export function named(names: readonly string[]): string {
  const shown = names.slice(0, 4).map(it => `“${shortened(oneLine(it), 40)}”`)
  return listInWords(names.length > 4 ? [...shown, `${names.length - 4} more`] : shown)
}
