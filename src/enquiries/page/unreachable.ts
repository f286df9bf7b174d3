import { instantInWords } from '#kernel/day.ts'
import type { Unreachable } from '#mail/door.ts'
import { warningText } from '#platform/views/components/warning-text.ts'
import { html } from '#platform/views/html.ts'

/** Mail to the member comes back: whoever writes to them has to know before they do. */
export const unreachable = (it: Unreachable | undefined) =>
  it &&
  warningText({
    html: html`Email to <bdi>${it.address}</bdi> has come back undelivered since ${instantInWords(it.sinceAt)}:
      <bdi>${it.reason}</bdi>. Telephone the member. This ends as soon as they write from there.`,
    iconFallbackText: 'Warning',
  })
