import { insetText } from '#platform/views/components/inset-text.ts'
import { html, type Html } from '#platform/views/html.ts'
import type { Opened } from '../page/open-enquiry.ts'
import { ownAnswer } from './send-reviewed.ts'

/** An answer in review is nobody’s answer yet: whose turn it is stands above everything. */
export function waitsToBeRead({ enquiry, names, actor }: Opened): Html | false {
  if (enquiry.status !== 'in-review') return false
  return ownAnswer(enquiry, actor)
    ? insetText({
        html: html`<strong>Your answer waits to be read.</strong> Somebody else in ${names.mailbox ?? 'member services'}
          sends it, or returns it to you with a note. The clock runs until it is sent.`,
      })
    : insetText({
        html: html`<strong>An answer waits to be read.</strong> <bdi>${names.holder}</bdi> wrote it. The clock runs
          until somebody else sends it.`,
      })
}
