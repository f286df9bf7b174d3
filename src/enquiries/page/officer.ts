import type { Viewer } from '#platform/http/viewer.ts'

/**
 * Whether the council's side of an enquiry is this viewer's. Members and their assistants have pages of their own;
 * somebody who is also an officer works on the officers' pages.
 */
export const isOfficer = (viewer: Viewer): boolean =>
  viewer.roles.some(role => role !== 'member' && role !== 'assistant')
