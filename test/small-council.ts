import type postgres from 'postgres'
import { permissionsOf } from '#people/roles.ts'
import type { Doer } from '#enquiries/door.ts'

/** The smallest council on which every rule about who and where can be tried. */
export type SmallCouncil = {
  readonly ward: string
  readonly otherWard: string
  readonly mailbox: {
    readonly streets: string
    readonly housing: string
    readonly safeguarding: string
    readonly partner: string
  }
  readonly topic: { readonly potholes: string; readonly homelessness: string }
  readonly people: Record<PersonKey, Doer & { readonly person: string; readonly email: string }>
}

const cast = {
  member: { name: 'Cllr Aoife Ní Mhurchú', roles: ['member'] },
  otherMember: { name: "Cllr Sean O'Brien", roles: ['member'] },
  assistant: { name: 'Tom Avery', roles: ['assistant'] },
  oneStop: { name: 'Grace Bello', roles: ['one-stop'] },
  responder: { name: 'Priya Nair', roles: ['responder'] },
  secondResponder: { name: 'Jakub Nowak', roles: ['responder'] },
  owner: { name: 'Helen Marsh', roles: ['owner'] },
  otherResponder: { name: 'Dylan Rees', roles: ['responder'] },
  properOfficer: { name: 'Ruth Adeyemi', roles: ['proper-officer'] },
  head: { name: 'Marcus Lowe', roles: ['head'] },
  director: { name: 'Ingrid Holm', roles: ['director'] },
  performance: { name: 'Ben Carter', roles: ['performance'] },
  dpo: { name: 'Leila Haddad', roles: ['dpo'] },
  auditor: { name: 'Frank Osei', roles: ['auditor'] },
  partner: { name: 'Colin Pugh', roles: ['partner'] },
  admin: { name: 'Mina Park', roles: ['admin'] },
} as const

export type PersonKey = keyof typeof cast

/** Sets the council up as the owner of the database, behind the policies. */
export async function smallCouncil(owner: postgres.Sql): Promise<SmallCouncil> {
  const people = {} as Record<PersonKey, Doer & { person: string; email: string }>
  for (const [key, { name, roles }] of Object.entries(cast)) {
    const email = `${key.toLowerCase()}@tessbridge.example`
    const person = await id(owner`insert into people.person (name, email) values (${name}, ${email}) returning id`)
    await owner`insert into people.email_address (address, person_id, verified_at) values (${email}, ${person}, now()) on conflict do nothing`
    for (const role of roles) await owner`insert into people.role_grant (person_id, role) values (${person}, ${role})`
    people[key as PersonKey] = { person, name, email, permissions: permissionsOf(roles) }
  }
  const ward = await id(owner`insert into people.ward (key, name) values ('priory', 'Priory') returning id`)
  const otherWard = await id(owner`insert into people.ward (key, name) values ('millside', 'Millside') returning id`)
  await owner`insert into people.member (person_id, ward_id, from_on) values (${people.member.person}, ${ward}, '2020-01-01'), (${people.otherMember.person}, ${otherWard}, '2020-01-01')`
  await owner`insert into people.delegation (member_id, assistant_id, from_on) values (${people.member.person}, ${people.assistant.person}, '2020-01-01')`
  const directorate = await id(
    owner`insert into people.directorate (key, name, director_id) values ('place', 'Place', ${people.director.person}) returning id`,
  )
  const service = await id(
    owner`insert into people.service (key, name, directorate_id, head_id) values ('highways', 'Highways', ${directorate}, ${people.head.person}) returning id`,
  )
  const box = (key: string, name: string, restricted = false, serviceId: string | null = service) =>
    id(owner`
      insert into mailboxes.mailbox (key, address, name, service_id, restricted, handles)
      values (${key}, ${`${key}@tessbridge.example`}, ${name}, ${serviceId}, ${restricted}, ${restricted ? ['adult-at-risk'] : []})
      returning id`)
  const mailbox = {
    streets: await box('streets', 'Streets'),
    housing: await box('housing-advice', 'Housing advice', false, null),
    safeguarding: await box('safeguarding-adults', 'Safeguarding adults', true),
    partner: await box('tess-valley-homes', 'Tess Valley Homes', false, null),
  }
  const organisation = await id(
    owner`insert into people.organisation (key, name) values ('tess-valley-homes', 'Tess Valley Homes') returning id`,
  )
  await owner`update mailboxes.mailbox set organisation_id = ${organisation}, takes_over = true where id = ${mailbox.partner}`
  const named = (mailboxId: string, key: PersonKey, part: string) =>
    owner`insert into mailboxes.named_person (mailbox_id, person_id, part, from_on) values (${mailboxId}, ${people[key].person}, ${part}, '2020-01-01')`
  await named(mailbox.streets, 'responder', 'responder')
  await named(mailbox.streets, 'secondResponder', 'responder')
  await named(mailbox.streets, 'owner', 'owner')
  await named(mailbox.housing, 'otherResponder', 'responder')
  await named(mailbox.safeguarding, 'properOfficer', 'proper-officer')
  await named(mailbox.partner, 'partner', 'responder')
  const topicFor = async (key: string, name: string, words: string[], mailboxId: string) => {
    const topic = await id(
      owner`insert into mailboxes.topic (key, name, words) values (${key}, ${name}, ${words}) returning id`,
    )
    await owner`insert into mailboxes.responsibility (topic_id, mailbox_id, from_on) values (${topic}, ${mailboxId}, '2020-01-01')`
    return topic
  }
  const topic = {
    potholes: await topicFor('potholes', 'Potholes and road surface', ['pothole', 'carriageway'], mailbox.streets),
    homelessness: await topicFor('homelessness', 'Homelessness', ['homeless'], mailbox.housing),
  }
  return { ward, otherWard, mailbox, topic, people }
}

async function id(inserted: Promise<postgres.RowList<postgres.Row[]>>): Promise<string> {
  const [row] = await inserted
  return row!.id as string
}
