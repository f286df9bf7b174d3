import type { Sensitivity } from '../sensitivity.ts'

/** What the check can find in a text (domain, section 6). */
export type FindingKind = keyof typeof about

/** One thing found in a text. It never repeats what was found: a page may be printed, a log may be read. */
export type Finding = {
  readonly kind: FindingKind
  /** where it stands, counted in UTF-16 units as `slice` does */
  readonly start: number
  readonly end: number
  /** what it is: `an NHS number` */
  readonly words: string
  /** why it is asked about, as a sentence without its full stop */
  readonly why: string
  /** the restricted way is offered; else it is only said */
  readonly warns: boolean
  /** the kind of matter it would be on the restricted way */
  readonly sensitivity: Sensitivity
}

type About = Pick<Finding, 'words' | 'why' | 'warns' | 'sensitivity'>

const personal = (words: string, why: string): About => ({ words, why, warns: true, sensitivity: 'personal-matters' })
const gentle = (words: string, why: string): About => ({ ...personal(words, why), warns: false })

const lawWords = 'The law protects this more than other facts about a person'

const about = {
  'nhs-number': personal('an NHS number', 'It leads to somebody’s health record'),
  'ni-number': personal('a National Insurance number', 'With it, somebody could pretend to be this person'),
  'date-of-birth': personal('a date of birth', 'With a name, it tells exactly who somebody is'),
  'bank-account': personal('bank details', 'Nobody who answers needs them, and they could be misused'),
  'card-number': personal('a card number', 'Nobody who answers needs it, and it could be misused'),
  phone: gentle('a telephone number', 'Leave it in if the answer needs it and its owner agrees'),
  email: gentle('an email address', 'Leave it in if the answer needs it and its owner agrees'),
  address: gentle('an address', 'Leave it in if the answer needs it'),
  'child-age': gentle('a child’s age', 'Leave it in if the answer depends on it'),
  'child-name': personal('a child’s name', 'A child can hardly ask for it to be taken out again'),
  'employee-name': {
    words: 'the name of somebody who works for the council',
    why: 'What is said about one employee is first for the proper officer',
    warns: true,
    sensitivity: 'employee',
  },
  'employee-conduct': {
    words: 'how somebody at the council behaved',
    why: 'What is said about one employee is first for the proper officer',
    warns: true,
    sensitivity: 'employee',
  },
  health: personal('somebody’s health', lawWords),
  'mental-health': personal('somebody’s mental health', lawWords),
  disability: personal('somebody’s disability', lawWords),
  pregnancy: personal('a pregnancy', lawWords),
  immigration: personal('somebody’s right to live here', 'In the wrong hands it could harm them'),
  criminal: personal('a crime somebody did or is said to have done', lawWords),
  sexuality: personal('whom somebody loves or what gender they are', lawWords),
  religion: personal('somebody’s religion', lawWords),
  ethnicity: personal('where somebody’s family comes from', lawWords),
  'trade-union': personal('somebody’s trade union', lawWords),
  politics: personal('somebody’s politics', lawWords),
  money: gentle('somebody’s money troubles', 'Say as much as the answer needs, and no more'),
  'child-at-risk': {
    words: 'harm to a child',
    why: 'People who protect children should hear of it first',
    warns: true,
    sensitivity: 'child-at-risk',
  },
  'adult-at-risk': {
    words: 'harm to somebody',
    why: 'People who protect adults should hear of it first',
    warns: true,
    sensitivity: 'adult-at-risk',
  },
} as const satisfies Record<string, About>

export const isFindingKind = (word: string): word is FindingKind => Object.hasOwn(about, word)

export const foundAt = (kind: FindingKind, start: number, end: number): Finding => ({
  kind,
  start,
  end,
  ...about[kind],
})
