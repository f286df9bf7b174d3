import { domain, phoneOf } from './addresses.ts'
import type { Officer } from './organisation.ts'
import { officer, partner } from './organisation.ts'

export type Mailbox = {
  readonly key: string
  readonly address: string
  readonly name: string
  readonly phone: string
  /** key of the service that runs it; undefined for the partner's */
  readonly service?: string
  readonly partner?: string
  readonly owner: Officer
  readonly deputy: Officer
  readonly responders: readonly Officer[]
  /** only its named people see what is in it; work goes to the proper officer */
  readonly restricted: boolean
  readonly properOfficer?: Officer
  readonly targetWorkingDays: number
  /** the standard its answers keep, in a sentence or two */
  readonly standard: string
}

/** Key · name · service · target; the people (owner, deputy, then responders); the standard. */
const ordinary = `
streets · Streets and pavements · highways · 10
Fiona Hartley, Graham Pickles, Kwame Asante, Bethan Rowlands, Dmitri Volkov, Sharon Tibbs, Aled Morgan
Say what an inspector found and when, whether it meets our repair standard, and the date of the repair or of the next inspection.
street-lighting · Street lighting and signals · highways · 5
Imogen Slater, Pete Hanlon, Aled Morgan, Farah Qureshi
Give the column number, what is wrong with it and the day it will be working again.
drainage · Drains and flooding · highways · 10
Neville Stott, Bethan Rowlands, Hywel Parry, Amara Obi
Say whether the drain is ours, the water company's or the owner's, and who will clear it and when.
road-safety · Road safety and travel · highways · 10
Lucinda Farrow, Vikram Desai, Orla Keane, Jonathan Peel
Give the figures (speeds, counts, injuries) with their dates, the decision and how to ask for it to be looked at again.
waste · Bins and recycling · waste · 5
Maxine Duffy, Ashok Solanki, Robbie Tranter, Elaine Cragg, Paulina Sikora, Wesley Grant
Say what went wrong on the round, the day of the next visit and what stops it happening again.
street-cleaning · Street cleaning · waste · 5
Ashok Solanki, Maxine Duffy, Jean-Paul Mbeki, Stacey Rudd, Hannah Birtwistle
Say when the place was or will be cleaned, and whether we looked for evidence of who did it.
parks · Parks and play areas · parks · 10
Harriet Moss, Lloyd Simmonds, Catrin Hughes, Declan Foy, Ngozi Udeh
Say what was inspected, whether it is safe today, and the date and cost of any repair.
trees · Trees · parks · 10
Rowan Blackett, Harriet Moss, Simon Yew, Catrin Hughes
Give the tree officer's finding, whose tree it is and whether work will be done, with the reason.
planning · Planning and building control · planning · 10
Elspeth Crane, Tobias Wren, Mehmet Aydin, Clare Sunderland, Victor Hale, Anjali Kapoor
Keep to the published documents; say where the application stands, what happens next and by when comments must come.
planning-enforcement · Planning enforcement · planning · 10
Tobias Wren, Elspeth Crane, Grant Lomax, Saoirse Doyle
Say whether there is a breach, what we have asked for and the date by which it must be put right.
parking · Parking and permits · parking · 10
Balbir Singh Sandhu, Louise Peverill, Christine Dobbs, Jerome Walters, Agnes Kemp
Say what patrols found, the decision on the permit or ticket, and how to appeal.
housing-advice · Housing advice · housing · 10
Geraldine Foss, Adeola Bankole, Leila Haddad, Martin Sowter, Roisin Gallagher, Ewa Mazur
Only with consent: say where the application stands, what the resident can do now and who their adviser is.
housing-repairs · Council homes and repairs · housing · 10
Brian Cawthorne, Geraldine Foss, Martin Sowter, Teresa Lumb
Give the appointment, the trade and what will be done; say plainly when we got it wrong.
anti-social-behaviour · Anti-social behaviour · safer · 10
Carl Ridley, Shabnam Akhtar, Gemma Prout, Olivier Masika, Tracey Bold
Say what was done with the police and landlords without naming anybody, and when the resident hears next.
environmental-health · Environmental health · environment · 10
Dr Yvonne Carver, Nigel Tench, Priti Shah, Rupert Dale, Magda Lewandowska
Say what the officer found, which standard applies and what the owner must do by when.
licensing · Licensing · environment · 10
Nigel Tench, Dr Yvonne Carver, Hilary Snape, Emeka Nwosu
Say what the licence allows, what was checked and how a review may be asked for.
leisure-and-libraries · Leisure, libraries and grants · leisure · 10
Suzanne Applegarth, Darius Kovač, Molly Threlfall, Ifeanyi Ike
Say what will open, close or be mended and when; for grants, the dates and the rules.
council-tax · Council tax and business rates · revenues · 10
Janice Horrocks, Piotr Lis, Maureen Tuffnell, Bashir Ahmed, Kelly Sproston, Ian Crosswell
Only with consent: say what is owed and why, what was put right and what the resident should pay and when.
benefits · Benefits and support · revenues · 5
Piotr Lis, Janice Horrocks, Denise Akers, Obinna Chukwu, Lauren Stamp
Only with consent: say what was decided, from which date, and how to ask us to look again.
adult-social-care · Adult social care · adults · 10
Eleanor Frith, Joseph Mensah, Caroline Body, Hafsa Malik, Sinead Rourke
Share only what the resident agreed to; say who the worker is, the next visit and whom to ring meanwhile.
school-admissions · School places and transport · schools · 10
Mark Oddie, Penelope Varga, Lynne Escott, Abdi Warsame
Say how the place was decided, the waiting list position and the date for appeals.
special-educational-needs · Special educational needs · schools · 10
Penelope Varga, Mark Oddie, Ailsa Rennie, Gabriel Mendes
Only with consent: say which stage the plan is at, the statutory date and who the case officer is.
elections · Elections and registration · democracy · 5
Frances Eddowes, Hugh Parnell, Lorna Bright, Idris Vaughan
Say what the register shows, what to do and the last day for doing it.
information-requests · Information requests · democracy · 10
Hugh Parnell, Frances Eddowes, Cecily Munro, Arjun Bhatt
Give the figures with their period and source, say what is left out and why, and where they are published.
`

const restricted = `
safeguarding-adults · Safeguarding adults · adults · 5
Ruth Abernathy, Joseph Mensah, Alison Greave, Hafsa Malik
Confirm that the concern was received and who holds it. Share nothing that could put anybody at risk.
safeguarding-children · Safeguarding children · children · 5
Constance Imrie, Paul Adeyinka, Niamh Tierney, Barbara Nye
Confirm that the concern was received and who holds it. Share nothing that could put anybody at risk.
human-resources · Human resources · people · 10
Carmel Dooley, Victoria Strang, Ravi Pillai, Edith Lomas
Confirm that the matter was received and will be looked into. Never discuss a named employee.
`

const tessValleyHomes: Mailbox = {
  key: partner.mailbox,
  address: `${partner.mailbox}@${domain}`,
  name: partner.name,
  phone: phoneOf(90),
  partner: partner.key,
  owner: partner.people[0],
  deputy: partner.people[2],
  responders: partner.people,
  restricted: false,
  targetWorkingDays: 10,
  standard: 'Give the appointment, the trade and what will be done; say plainly when we got it wrong.',
}

export const mailboxes: readonly Mailbox[] = [
  ...recordsIn(ordinary).map((record, at) => mailboxIn(record, false, 10 + at)),
  ...recordsIn(restricted).map((record, at) => mailboxIn(record, true, 60 + at)),
  tessValleyHomes,
]

/** Three lines a mailbox. */
function recordsIn(text: string): string[][] {
  const lines = text.trim().split('\n')
  return lines.flatMap((_, at) => (at % 3 === 0 ? [lines.slice(at, at + 3)] : []))
}

function mailboxIn([facts = '', names = '', standard = '']: string[], restricted: boolean, phone: number): Mailbox {
  const [key = '', name = '', service = '', target = ''] = facts.split(' · ')
  const [owner, deputy, ...responders] = names
    .split(', ')
    .map((person, at) => officer(person, titleOf(at, name), service))
  if (!owner || !deputy) throw new Error(`${key} has no owner or no deputy`)
  return {
    key,
    address: `${key}@${domain}`,
    name,
    phone: phoneOf(phone),
    service,
    owner,
    deputy,
    responders,
    restricted,
    ...(restricted ? { properOfficer: owner } : {}),
    targetWorkingDays: Number(target),
    standard,
  }
}

function titleOf(at: number, mailbox: string): string {
  const rank = ['Team leader', 'Senior officer'][at] ?? 'Officer'
  return `${rank}, ${mailbox.toLowerCase()}`
}
