/** The kinds of matters that go straight to a proper officer (domain, section 6). */
export const sensitivities = ['child-at-risk', 'adult-at-risk', 'employee', 'personal-matters'] as const
export type Sensitivity = (typeof sensitivities)[number]

export const isSensitivity = (word: string): word is Sensitivity => (sensitivities as readonly string[]).includes(word)

export type SensitivityQuestion = {
  readonly name: string
  readonly words: string
  readonly hint: string
  /** what a yes makes of the matter; more than one asks which */
  readonly means: readonly Sensitivity[]
}

/** Asked with yes or no before the free text. */
export const sensitivityQuestions: readonly SensitivityQuestion[] = [
  {
    name: 'personAtRisk',
    words: 'Is somebody at risk of harm, abuse or neglect?',
    hint: 'A child, or an adult who needs care or support',
    means: ['child-at-risk', 'adult-at-risk'],
  },
  {
    name: 'aboutEmployee',
    words: 'Is it about something a particular council employee did?',
    hint: 'Even without a name, if people could work out who it is',
    means: ['employee'],
  },
  {
    name: 'personalMatters',
    words: 'Does it tell of somebody’s health, immigration status, criminal record or similar?',
    hint: 'More than you would want strangers to read about you',
    means: ['personal-matters'],
  },
]
