import { domain } from './addresses.ts'

/** The accounts that exist in every demonstration council (the outside contract), one for each role. */
export const demoAccounts = [
  account('demo.member', 'Aoife Ní Mhurchú', 'A member, for Coldharbour'),
  account('demo.assistant', 'Tomasz Wiśniewski', 'Assistant to Cllr Aoife Ní Mhurchú'),
  account('demo.other-member', 'Gordon Tyldesley', 'A member for another ward, in another group'),
  account('demo.one-stop', 'Marcia Bennett', 'Member services officer in the One Stop team'),
  account('demo.responder', 'Kwame Asante', 'Highways inspector; answers for the streets mailbox'),
  account('demo.owner', 'Fiona Hartley', 'Owner of the streets mailbox'),
  account('demo.other-responder', 'Leila Haddad', 'Housing options adviser; answers for the housing advice mailbox'),
  account('demo.proper-officer', 'Ruth Abernathy', 'Proper officer for safeguarding adults'),
  account('demo.partner', 'Colin Pugh', 'Repairs liaison at Tess Valley Homes'),
  account('demo.head', 'Daniel Okoro', 'Head of Highways and Transport'),
  account('demo.director', 'Helen Castellan', 'Director of Place and Environment; on the leadership team'),
  account('demo.performance', 'Sunita Rao', 'Performance and policy officer'),
  account('demo.dpo', 'Bernard Whitlock', 'Data protection officer'),
  account('demo.auditor', 'Grace Nakamura', 'Internal auditor'),
  account('demo.admin', 'Jamie Fletcher', 'System administrator'),
] as const satisfies readonly DemoAccount[]

export type DemoKey = (typeof demoAccounts)[number]['key']

export type DemoAccount = {
  readonly key: string
  readonly name: string
  readonly email: string
  readonly about: string
}

/** The address of the demonstration account that bears this name, or undefined when it is somebody else's. */
export const demoAddressOf = (name: string): string | undefined =>
  demoAccounts.find(account => account.name === name)?.email

function account<Key extends string>(key: Key, name: string, about: string) {
  return { key, name, about, email: `${key}@${domain}` }
}
