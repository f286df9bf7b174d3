/** One line of the trail, as it is handed over. Details hold ids and codes, never people's words. */
export type Entry = {
  readonly at: Date
  /** the person who acted; null when the council's own timetable did */
  readonly actor: string | null
  readonly onBehalfOf?: string | null
  /** `room.act`, such as `enquiries.answer` */
  readonly act: string
  readonly subject: Subject
  readonly details?: object
}

export type Subject = {
  readonly kind: string
  readonly id: string
  /** the name people know it by: an enquiry's reference, a mailbox's key */
  readonly reference?: string | null
}

/** An entry as it stands in the trail, every field exactly as the digest sees it. */
export type WrittenEntry = {
  readonly id: number
  /** instants as ISO text in UTC with microseconds */
  readonly at: string
  readonly writtenAt: string
  readonly actor: string | null
  readonly onBehalfOf: string | null
  readonly act: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly subjectReference: string | null
  /** the database's own canonical text of the JSON: keys in its order, one space after colon and comma */
  readonly details: string
}
