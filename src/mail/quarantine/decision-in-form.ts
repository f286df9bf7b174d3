import { parseReference } from '#kernel/reference.ts'
import { allow, refuse, type Result } from '#kernel/result.ts'
import { servingMembers } from '#people/door.ts'
import type { Asked } from '#platform/http/route.ts'
import type { MailDeps } from '../deps.ts'
import type { Decision } from './decide.ts'

/** What was chosen, as the officer may choose it; a refusal names the field that is wrong. */
export type Given = { readonly text: (name: string) => string }

type Chosen = { readonly decision: Decision; readonly reason: string }

/** Reads what an officer wants done, of a form or of an API request, which have the same fields. */
export async function decisionIn(deps: MailDeps, asked: Asked, given: Given): Promise<Result<Chosen>> {
  const reason = given.text('reason').slice(0, 1000)
  const decision = await chosen(deps, asked, given, reason)
  return decision.ok ? allow({ decision: decision.value, reason: reason || 'No reason given' }) : decision
}

async function chosen(deps: MailDeps, asked: Asked, given: Given, reason: string): Promise<Result<Decision>> {
  const kind = given.text('act')
  switch (kind) {
    case 'restrict': {
      const matter = deps.sensitiveMatters.find(it => it.value === given.text('sensitive'))
      return matter
        ? allow({ kind, sensitive: matter.value })
        : refuse('no-matter', 'Select what kind of matter it is', 'sensitive')
    }
    case 'restore':
    case 'let-through':
    case 'reprocess':
      return allow({ kind })
    case 'discard':
      return reason ? allow({ kind }) : refuse('no-reason', 'Enter why this message needs nobody', 'reason')
    case 'undo':
      return reason ? allow({ kind }) : refuse('no-reason', 'Enter why it does not belong there', 'reason')
    case 'file': {
      const enquiry = await enquiryIn(deps, asked, given.text('reference'))
      return enquiry ? allow({ kind, enquiryId: enquiry.id }) : noSuchEnquiry('reference')
    }
    case 'reply': {
      const enquiry = await enquiryIn(deps, asked, given.text('replyTo'))
      if (!enquiry) return noSuchEnquiry('replyTo')
      const person = await memberIn(asked, given.text('person'))
      if (!person) return refuse('no-person', 'Select who wrote it', 'person')
      return allow({ kind, enquiryId: enquiry.id, personId: person.id })
    }
    case 'new-enquiry': {
      const member = await memberIn(asked, given.text('member'))
      return member
        ? allow({ kind, memberId: member.id })
        : refuse('no-member', 'Select the member whose enquiry this is', 'member')
    }
    default:
      return refuse('no-act', 'Select what to do', 'act')
  }
}

const noSuchEnquiry = (field: string) =>
  refuse('no-such-enquiry', 'Enter the reference of an enquiry you can see', field)

/** As the officer sees: an enquiry they may not see is none. */
async function enquiryIn(deps: MailDeps, { transact }: Asked, typed: string): Promise<{ id: string } | undefined> {
  const reference = parseReference(typed)
  return reference && transact(tx => deps.enquiryByReference(tx, reference))
}

const memberIn = async ({ transact, now }: Asked, id: string) =>
  (await transact(tx => servingMembers(tx, now.today))).find(it => it.id === id)
