/** By what figures are told apart (domain, section 10). */
export const dimensions = ['service', 'mailbox', 'ward', 'member', 'topic', 'kind', 'channel'] as const
export type Dimension = (typeof dimensions)[number]

export const dimensionWords: Record<Dimension, string> = {
  service: 'Service',
  mailbox: 'Mailbox',
  ward: 'Ward',
  member: 'Member',
  topic: 'Topic',
  kind: 'Kind',
  channel: 'How it came',
}

/** The row of all restricted matters: nothing else of them is told apart. */
export const restrictedKey = 'restricted'

/** The row of what has no ward, topic, mailbox or service. */
export const noneKey = 'none'

/** Only these enquiries: all that is given must hold; of the keys of one dimension any. Keys are those of the rows. */
export type Within = Partial<Record<Dimension, readonly string[]>>
