import type { Html } from '#platform/views/html.ts'
import type { Draft } from './answer/draft.ts'
import type { Opened } from './page/open-enquiry.ts'

/**
 * What rooms after this one put on its pages. They may know this room and it may not know them, so app hands them in
 * with the house; without them the pages stand as they are.
 */
export type Beside = {
  /** beside whoever writes an answer, drawn anew as they type */
  readonly writing: (opened: Opened, draft: Draft) => Promise<Html>
  /** good answers to similar enquiries, beside whoever writes one; not drawn anew, so that they can be read */
  readonly examples: (opened: Opened) => Promise<Html>
  /** among what is known, on the officers' page of an enquiry */
  readonly enquiry: (opened: Opened) => Promise<Html>
  /** below an answer, on the page on which its member follows it */
  readonly tracked: (opened: Opened) => Promise<Html>
}
