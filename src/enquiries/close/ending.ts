import { allow, type Refused, type Result } from '#kernel/result.ts'
import { act, type Act, type Decision, type Part } from '../act.ts'
import { openStatuses, type Outcome, type Procedure } from '../enquiry.ts'
import { endsUnderWay } from '../under-way.ts'
import { closingWords } from './closing-words.ts'

/** How one act ends an enquiry: with which outcome, and what the member is told beside the officer's own words. */
type Ending<Given> = Pick<Act<Given>, 'name' | 'label' | 'shape'> & {
  readonly may?: string
  readonly by?: readonly Part[]
  readonly ends: (given: Given) => { readonly outcome: Outcome; readonly procedure?: Procedure }
  /** what the member may need later, by name */
  readonly told?: (given: Given) => Readonly<Record<string, string>>
  readonly refused?: (given: Given) => Refused | undefined
}

/**
 * An act by which an officer ends an enquiry without an answer of the council's own, from wherever it stands. The member is
 * always told why, and what was under way ends with it.
 */
export const ending = <Given extends { readonly text: string }>({
  ends,
  told = () => ({}),
  refused = () => undefined,
  ...named
}: Ending<Given>): Act<Given> =>
  act<Given>({
    may: 'enquiries.close',
    from: [...openStatuses, 'answered'],
    to: ['closed'],
    by: ['holder', 'owner', 'member-services'],
    ...named,
    decide: (enquiry, it): Result<Decision> =>
      refused(it) ??
      allow({
        events: [...endsUnderWay(enquiry), { type: 'closed', ...ends(it), messageId: it.messageId }],
        words: closingWords(it.text, told(it)),
      }),
  })
