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

/** Only these enquiries: all that is given must hold; of the keys of one dimension any. */
export type Within = Partial<Record<Dimension, readonly string[]>>
