import type { Day } from '#kernel/day.ts'
import type { StatusTagParams } from '#platform/views/components/status-tag.ts'
import type { Status } from '../enquiry.ts'

/** A status in the member's words. */
export function memberTag({ status }: { readonly status: Status }): StatusTagParams {
  return tags[status]
}

const tags: Record<Status, StatusTagParams> = {
  new: { text: 'New', tone: 'new' },
  assigned: { text: 'Given to somebody', tone: 'new' },
  'in-progress': { text: 'In progress', tone: 'active' },
  'waiting-for-member': { text: 'Needs your reply', tone: 'soon' },
  'with-partner': { text: 'With a partner', tone: 'active' },
  'in-review': { text: 'In progress', tone: 'active' },
  answered: { text: 'Answered', tone: 'done' },
  closed: { text: 'Closed', tone: 'quiet' },
}

/** The same in a list, where being late matters more than the status. */
export const listTag = (it: { readonly status: Status; readonly dueOn: Day | null }, today: Day): StatusTagParams =>
  it.dueOn && it.dueOn < today && !['answered', 'closed'].includes(it.status)
    ? { text: 'Late', tone: 'late' }
    : memberTag(it)
