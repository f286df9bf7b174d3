import type { IntakeState } from '../in/intake.sql.ts'
import type { DecisionKind } from './decision.sql.ts'
import type { IntakeEntry } from './read-intake.sql.ts'

/** What became of a message, in a sentence. */
export function outcomeInWords(it: Pick<IntakeEntry, 'state' | 'words' | 'reference' | 'duplicateOf'>): string {
  const at = it.reference ? ` at ${it.reference}` : ''
  const sentences: Record<IntakeState, string> = {
    waiting: 'Waiting to be dealt with',
    'new-enquiry': `New enquiry ${it.reference}`,
    filed: `Filed${at}`,
    recorded: `Recorded${at}`,
    answered: 'Answered by itself, as the help address does',
    automatic: `Automatic mail, filed${at} without effect: ${it.words}`,
    duplicate: it.duplicateOf ? `Duplicate of ${it.duplicateOf}` : 'Duplicate of another message',
    quarantined: `Quarantined: ${it.words}`,
    discarded: `Discarded: ${it.words}`,
  }
  return sentences[it.state]
}

/** What somebody decided, in the past tense. */
export const kindInWords: Record<DecisionKind, string> = {
  file: 'Filed',
  'new-enquiry': 'Made a new enquiry',
  reply: 'Taken as a reply',
  discard: 'Discarded',
  restore: 'Taken back from discarded',
  undo: 'Filing taken back',
  reprocess: 'Processed again',
  restrict: 'Sent the restricted way',
  'let-through': 'Let through as ordinary',
}

export const subjectInWords = (subject: string | null): string => subject || 'No subject'

export const quarantinePath = (id = ''): string => `/mail/quarantine${id && `/${id}`}`
