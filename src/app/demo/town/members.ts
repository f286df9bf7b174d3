import type { Day } from '#kernel/day.ts'
import { day } from '#kernel/day.ts'
import { addressOf, phoneOf } from './addresses.ts'
import { demoAddressOf } from './demo-accounts.ts'

/** How a member writes: each keeps to their own manner. */
export type Manner = 'brief' | 'thorough' | 'formal' | 'chatty' | 'lists' | 'forwards'

export type Member = {
  readonly name: string
  readonly email: string
  /** further addresses this member writes from */
  readonly otherEmails: readonly string[]
  readonly phone: string
  readonly ward: string
  readonly group: string
  readonly joinedOn: Day
  readonly office?: string
  readonly manner: Manner
  /** how much they raise beside an ordinary member (1); the quietest need reaching out to */
  readonly activity: number
}

export type Group = { readonly key: string; readonly name: string; readonly colour: string }

/** Political groups; no party outside this town bears these names. */
export const groups: readonly Group[] = [
  { key: 'together', name: 'Tessbridge Together', colour: '#1f5f8b' },
  { key: 'independents', name: "Independents' Alliance", colour: '#6b6b6b' },
  { key: 'common-ground', name: 'Common Ground', colour: '#a8460f' },
  { key: 'river-and-vale', name: 'River and Vale', colour: '#2d6a4f' },
  { key: 'fair-deal', name: 'Fair Deal for Redwater', colour: '#7a2e6e' },
]

const wholeCouncil = '2023-05-08'
const earlier = '2019-05-07'

/** Name · ward · group · since · manner · activity · office or personal address, where there is one. */
const roll = `
Margaret Ashworth · abbots-cross · together · ${earlier} · formal · 0.9 ·
Yusuf Karim · abbots-cross · common-ground · ${wholeCouncil} · brief · 1.1 · yusuf@karimfamily.example
Aoife Ní Mhurchú · coldharbour · together · ${wholeCouncil} · thorough · 2.2 · aoife.nimhurchu@homepost.example
Delroy Campbell · coldharbour · together · ${earlier} · chatty · 1.4 · Chair of Housing Scrutiny
Patrycja Zielińska · coldharbour · independents · ${wholeCouncil} · lists · 1.6 ·
Harold Penhaligon · alderbrook · river-and-vale · 2011-05-09 · formal · 0.3 ·
Siobhán O'Brien · alderbrook · together · ${wholeCouncil} · forwards · 1.7 · s.o'brien@brightpost.example
Raymond Fisk · alderbrook · independents · ${earlier} · brief · 0.8 ·
Gordon Tyldesley · beacon-hill · independents · ${earlier} · formal · 1.3 · gordon@tyldesley.example
Nkechi Eze · beacon-hill · together · ${wholeCouncil} · lists · 1.2 ·
Leonard Marsh · bridge-and-quayside · together · 2015-05-11 · thorough · 1.0 · Leader of the Council
Chloé Bertrand · bridge-and-quayside · common-ground · ${wholeCouncil} · chatty · 1.5 · chloe.bertrand@brightpost.example
Imran Siddiqui · bridge-and-quayside · together · ${earlier} · lists · 1.3 · Chair of Audit Committee
Diana Fairweather · castle-mead · river-and-vale · ${earlier} · formal · 1.1 ·
Owen Pritchard · castle-mead · river-and-vale · ${wholeCouncil} · thorough · 0.9 ·
Philippa Boyle · dunmere · river-and-vale · 2007-05-08 · brief · 0.5 · Mayor of Tessbridge
Edwin Thackray · dunmere · river-and-vale · ${wholeCouncil} · formal · 0.7 · edwin@dunmerefarm.example
Femi Adebayo · eastgate · together · ${wholeCouncil} · chatty · 1.6 ·
Kirsty MacLeod · eastgate · common-ground · ${earlier} · forwards · 1.3 ·
Vivienne Lacey · fernlea · river-and-vale · ${wholeCouncil} · thorough · 1.2 ·
Rajesh Menon · fernlea · independents · ${earlier} · lists · 1.0 · rajesh.menon@homepost.example
Beryl Sowerby · greyfriars · together · 2003-05-06 · brief · 0.15 ·
Hamza El-Sayed · greyfriars · together · ${wholeCouncil} · thorough · 1.4 ·
Charlotte Winterbourne · hollowell · river-and-vale · ${wholeCouncil} · forwards · 1.9 ·
Anil Chaudhary · hollowell · common-ground · 2024-10-21 · brief · 1.3 ·
Mohammed Rafiq · kilnfield · together · ${earlier} · forwards · 1.8 · Deputy Leader of the Council
Zainab Hussain · kilnfield · together · ${wholeCouncil} · thorough · 1.7 · zainab.h@brightpost.example
Terence Grimshaw · kilnfield · common-ground · 2015-05-11 · chatty · 0.9 ·
Rosalind Peverell · larkrise · river-and-vale · ${earlier} · formal · 0.4 ·
Stuart Dalgleish · larkrise · independents · ${wholeCouncil} · brief · 0.8 ·
Josephine Crabtree · millbeck · independents · ${earlier} · thorough · 1.5 · jo.crabtree@homepost.example
Mateusz Nowak · millbeck · common-ground · ${wholeCouncil} · lists · 1.2 ·
Sheila Ormondroyd · northfields · together · 2011-05-09 · brief · 1.4 ·
Darren Kettlewell · northfields · common-ground · ${wholeCouncil} · chatty · 1.6 ·
Thi Hương Phạm · northfields · together · 2024-05-07 · lists · 1.3 ·
Alistair Renshaw · orchard-park · independents · ${wholeCouncil} · formal · 0.9 ·
Jocelyn Baptiste · orchard-park · together · ${earlier} · thorough · 1.0 · Chair of Planning Committee
Winifred Lamb · priory · river-and-vale · 1999-05-10 · formal · 0.1 ·
Søren Halvorsen · priory · independents · ${wholeCouncil} · brief · 0.7 ·
Shane Tolliver · redwater · fair-deal · ${earlier} · chatty · 1.8 · shane@tolliver.example
Gulsen Yıldız · redwater · fair-deal · ${wholeCouncil} · forwards · 1.5 ·
Beatriz Fonseca · st-oswins · common-ground · ${wholeCouncil} · lists · 1.4 · bea.fonseca@brightpost.example
Nathaniel Quaye · st-oswins · common-ground · ${wholeCouncil} · chatty · 1.2 ·
Amy-Leigh Barraclough · st-oswins · fair-deal · 2024-05-07 · brief · 1.1 ·
Clifford Hebblethwaite · thornley-vale · river-and-vale · 2015-05-11 · thorough · 0.6 ·
Iris Donnelly · thornley-vale · independents · ${wholeCouncil} · forwards · 1.1 · iris.donnelly@homepost.example
`

export const members: readonly Member[] = roll.trim().split('\n').map(memberIn)

function memberIn(line: string, at: number): Member {
  const [name = '', ward = '', group = '', since = '', manner = '', activity = '', more = ''] = line
    .split('·')
    .map(cell => cell.trim())
  return {
    name,
    email: demoAddressOf(name) ?? addressOf(name),
    otherEmails: more.includes('@') ? [more] : [],
    phone: phoneOf(700 + at),
    ward,
    group,
    joinedOn: day(since),
    manner: manner as Manner,
    activity: Number(activity),
    ...(more && !more.includes('@') ? { office: more } : {}),
  }
}

/** Somebody who works in a member's office, with the members who delegated to them. */
export type Assistant = { readonly name: string; readonly email: string; readonly members: readonly string[] }

export const assistants: readonly Assistant[] = [
  assistant('Tomasz Wiśniewski', ['Aoife Ní Mhurchú']),
  assistant('Deborah Quill', ['Leonard Marsh', 'Mohammed Rafiq', 'Imran Siddiqui']),
  assistant('Callum Sharpe', ['Gordon Tyldesley', 'Rajesh Menon']),
  assistant('Eilidh Forsyth', ['Vivienne Lacey', 'Charlotte Winterbourne']),
  assistant('Sadia Begum', ['Zainab Hussain', 'Hamza El-Sayed']),
  assistant('Norman Tate', ['Philippa Boyle']),
  assistant('Lowri Bevan', ['Shane Tolliver', 'Gulsen Yıldız', 'Amy-Leigh Barraclough']),
  assistant('Hugo Marchetti', ['Beatriz Fonseca', 'Nathaniel Quaye', 'Kirsty MacLeod']),
]

function assistant(name: string, members: readonly string[]): Assistant {
  return { name, email: demoAddressOf(name) ?? addressOf(name), members }
}
