import type { NewAttachment } from '../attachment.sql.ts'
import { draftOf, dropDraft, keepDraft, type Draft } from '../draft.sql.ts'
import { filesIn, keptFields, withFiles } from '../drafts/draft.ts'
import { draftOfPage, type ActPage } from './act-page.ts'
import type { Opened } from './open-enquiry.ts'

/** What somebody wrote so far for one act on one enquiry; undefined where nothing is kept. */
export const draftFor = async ({ tx, asked, enquiry }: Opened, it: ActPage): Promise<Draft | undefined> =>
  it.keepsDraft ? draftOf(tx, asked.viewer.person!, draftOfPage(enquiry.reference, it)) : undefined

/** Keeps everything that was typed, and the files with it: whatever becomes of the page now, nothing is lost. */
export async function keepTyped(
  { tx, asked, enquiry }: Opened,
  it: ActPage,
  files: readonly NewAttachment[],
): Promise<void> {
  const fields = keptFields(asked.form.typed)
  if (!it.keepsDraft || !fields) return
  const about = draftOfPage(enquiry.reference, it)
  await keepDraft(tx, asked.viewer.person!, about, withFiles(fields, files), asked.now.at)
}

export const dropTyped = async ({ tx, asked, enquiry }: Opened, it: ActPage): Promise<void> => {
  if (it.keepsDraft) await dropDraft(tx, asked.viewer.person!, draftOfPage(enquiry.reference, it))
}

/** The files that go with it: those sent before, those sent now, less the one whose “Remove” was pressed. */
export async function filesHeld(
  opened: Opened,
  it: ActPage,
  came: readonly NewAttachment[],
): Promise<readonly NewAttachment[]> {
  if (!it.takesFiles) return []
  const removed = Number(/^remove-(\d+)$/.exec(opened.asked.form.text('do'))?.[1] ?? -1)
  const before = filesIn(await draftFor(opened, it)).filter((_, at) => at !== removed)
  return [...before, ...came.filter(file => !before.some(it => it.sha256 === file.sha256 && it.name === file.name))]
}
