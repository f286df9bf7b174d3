import type { FindingKind } from './finding.ts'

type Counts = {
  readonly title: string
  readonly hint: string
  /** what a phrase of this list is a sign of */
  readonly kind?: FindingKind
  /** it counts only near words of these lists */
  readonly near?: 'person' | 'child' | 'employee'
}

const ofAPerson = (title: string, kind: FindingKind): Counts => ({
  title,
  hint: 'Counts where it stands near a word for a person',
  kind,
  near: 'person',
})

/** The lists of words that the check looks for. Names of lists are kept in the database: never rename one. */
export const lists = {
  'child-at-risk': { title: 'Harm to children', hint: 'Counts wherever it stands', kind: 'child-at-risk' },
  'child-harm': {
    title: 'Harm, when a child is named',
    hint: 'Counts where it stands near a word for a child',
    kind: 'child-at-risk',
    near: 'child',
  },
  'adult-at-risk': { title: 'Harm to adults', hint: 'Counts wherever it stands', kind: 'adult-at-risk' },
  'adult-harm': ofAPerson('Harm, when somebody is named', 'adult-at-risk'),
  'employee-conduct': {
    title: 'How an employee behaved',
    hint: 'Counts where it stands near a word for an employee',
    kind: 'employee-conduct',
    near: 'employee',
  },
  health: ofAPerson('Health', 'health'),
  'mental-health': ofAPerson('Mental health', 'mental-health'),
  disability: ofAPerson('Disability', 'disability'),
  pregnancy: ofAPerson('Pregnancy', 'pregnancy'),
  immigration: ofAPerson('Right to live here', 'immigration'),
  criminal: ofAPerson('Crime', 'criminal'),
  sexuality: ofAPerson('Sexuality and gender', 'sexuality'),
  religion: ofAPerson('Religion', 'religion'),
  ethnicity: ofAPerson('Ethnicity', 'ethnicity'),
  'trade-union': ofAPerson('Trade unions', 'trade-union'),
  politics: ofAPerson('Politics', 'politics'),
  money: ofAPerson('Money troubles', 'money'),
  innocent: { title: 'Never meant', hint: 'Street names and sayings: nothing inside such words counts' },
  person: { title: 'Words for a person', hint: 'Beside pronouns such as she and his' },
  child: { title: 'Words for a child', hint: 'A name right behind one is taken for a child’s' },
  employee: { title: 'Words for an employee', hint: 'A name right behind one is taken for an employee’s' },
  'given-name': { title: 'First names', hint: 'To know a name that is written with a small letter' },
} as const satisfies Record<string, Counts>

export type ListName = keyof typeof lists

export const listNames = Object.keys(lists) as readonly ListName[]

export const isListName = (word: string): word is ListName => Object.hasOwn(lists, word)

/** How the words of a list count. */
export const countsAs = (list: ListName): Counts => lists[list]

/**
 * The words of every list, in small letters: a phrase of one to six words, each in any of its forms, `*` at the end for
 * whatever may follow.
 */
export type WordLists = Readonly<Record<ListName, readonly string[]>>
