import type { Day } from '#kernel/day.ts'
import { addressOf, domain, phoneOf } from './addresses.ts'
import { demoAddressOf } from './demo-accounts.ts'

export type Officer = {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly title: string
  /** the key of the service, directorate or partner they work in; `corporate` for those who serve the whole council */
  readonly unit: string
}

export type Directorate = { readonly key: string; readonly name: string; readonly director: Officer }
export type Service = {
  readonly key: string
  readonly name: string
  readonly directorate: string
  readonly head: Officer
}

const known = new Map<string, Officer>()

/** Somebody who works for the council; the same name is the same person, with the title first given. */
export function officer(name: string, title: string, unit: string, at = domain): Officer {
  const email = demoAddressOf(name) ?? addressOf(name, at)
  const it = known.get(name) ?? { name, title, unit, email, phone: phoneOf(100 + known.size) }
  known.set(name, it)
  return it
}

export const directorates: readonly Directorate[] = [
  directorate('place', 'Place and Environment', 'Helen Castellan'),
  directorate('homes', 'Homes and Communities', 'Marcus Ferreira'),
  directorate('adults', 'Adults and Public Health', 'Judith Wainwright'),
  directorate('children', 'Children and Learning', 'Samir Choudhury'),
  directorate('resources', 'Resources', 'Angela Thornber'),
]

function directorate(key: string, name: string, director: string): Directorate {
  return { key, name, director: officer(director, `Director of ${name}`, key) }
}

export const services: readonly Service[] = [
  service('highways', 'Highways and Transport', 'place', 'Daniel Okoro'),
  service('waste', 'Waste and Street Cleaning', 'place', 'Trudy Mackintosh'),
  service('parks', 'Parks and Green Spaces', 'place', 'Glyn Roberts'),
  service('planning', 'Planning and Building Control', 'place', 'Cressida Holloway'),
  service('parking', 'Parking', 'place', 'Manjit Grewal'),
  service('housing', 'Housing Options', 'homes', 'Oluwaseun Balogun'),
  service('safer', 'Community Safety', 'homes', 'Karen Stubbs'),
  service('environment', 'Environmental Health and Licensing', 'homes', 'Philip Anstruther'),
  service('leisure', 'Leisure, Libraries and Communities', 'homes', 'Noor Rahman'),
  service('adults', 'Adult Social Care', 'adults', 'Wendy Lockhart'),
  service('children', "Children's Social Care", 'children', 'Desmond Clarke'),
  service('schools', 'Schools and Special Needs', 'children', 'Gillian Ashby'),
  service('revenues', 'Revenues and Benefits', 'resources', 'Anthony Frobisher'),
  service('people', 'Human Resources', 'resources', 'Carmel Dooley'),
  service('democracy', 'Legal and Democratic Services', 'resources', 'Stephen Illingworth'),
]

function service(key: string, name: string, directorate: string, head: string): Service {
  return { key, name, directorate, head: officer(head, `Head of ${name}`, key) }
}

/** The leadership team (LMT): officers, never members. */
export const leadershipTeam: readonly Officer[] = [
  officer('Rosemary Thistlethwaite', 'Chief Executive', 'corporate'),
  ...directorates.map(directorate => directorate.director),
]

/** Officers who serve the whole council. */
export const corporate = {
  oneStop: [
    officer('Marcia Bennett', 'Member services officer', 'corporate'),
    officer('Rhys Llewellyn', 'Member services officer', 'corporate'),
    officer('Joanna Kowalczyk', 'Member services officer', 'corporate'),
    officer('Theresa Appiah', 'Member services manager', 'corporate'),
  ],
  performance: [
    officer('Sunita Rao', 'Performance and policy officer', 'corporate'),
    officer('Lewis Chappell', 'Performance and policy officer', 'corporate'),
  ],
  dataProtection: officer('Bernard Whitlock', 'Data protection officer', 'corporate'),
  auditor: officer('Grace Nakamura', 'Internal auditor', 'corporate'),
  administrator: officer('Jamie Fletcher', 'System administrator', 'corporate'),
} as const

/** The housing association that took over the council's homes and their repairs. */
export const partner = {
  key: 'tess-valley-homes',
  name: 'Tess Valley Homes',
  domain: 'tessvalleyhomes.example',
  mailbox: 'tess-valley-homes',
  /** the council's mailbox whose work moved over on the day of the transfer */
  takesOver: 'housing-repairs',
  people: [
    officer('Patience Oyelaran', 'Head of Repairs', 'tess-valley-homes', 'tessvalleyhomes.example'),
    officer('Colin Pugh', 'Repairs liaison', 'tess-valley-homes', 'tessvalleyhomes.example'),
    officer('Michaela Strand', 'Customer resolution officer', 'tess-valley-homes', 'tessvalleyhomes.example'),
    officer('Bogdan Ionescu', 'Neighbourhood housing officer', 'tess-valley-homes', 'tessvalleyhomes.example'),
  ],
} as const

/**
 * The day council homes went to Tess Valley Homes: the first of a month, five months before the month that today is
 * in, so that every demonstration has the transfer inside its last year of history.
 */
export function housingTransferOn(today: Day): Day {
  return Temporal.PlainDate.from(today).with({ day: 1 }).subtract({ months: 5 }).toString() as Day
}
