import { plain } from './addresses.ts'
import type { Random } from './random.ts'

/** Somebody a member writes for. Invented, and never stored as a person of the council. */
export type Resident = {
  readonly first: string
  readonly last: string
  readonly title: string
  readonly she: string
  readonly her: string
  readonly them: string
  readonly email: string
}

const names = (text: string): readonly string[] => text.trim().split(/, |,?\n/)

const women =
  names(`Aisha, Agnieszka, Amara, Beatrice, Bronagh, Carys, Chidinma, Chloe, Dorothy, Elspeth, Eirlys, Fatima, Fiadh,
Gwen, Halina, Harpreet, Ines, Jasmin, Joyce, Katarzyna, Layla, Lakshmi, Maeve, Marjorie, Maryam, Mei, Niamh, Noor, Olga,
Pauline, Pearl, Precious, Rukhsana, Ruth, Saoirse, Shanice, Sinéad, Sylvia, Tamara, Valerie, Wiktoria, Yasmin, Zofia`)

const men =
  names(`Abdul, Alan, Ahmad, Bartosz, Bernard, Brendan, Callum, Cathal, Chukwudi, Clive, Desmond, Dylan, Emyr, Farid,
Gareth, Gurpreet, Hassan, Hubert, Ian, Ivan, Jakub, Kamil, Keith, Khalid, Kofi, Lorcan, Marek, Mahmoud, Mervyn, Nasir,
Norman, Oisín, Piotr, Rafał, Reginald, Samuel, Sergio, Stanley, Tariq, Tomos, Wei, Winston, Yusuf`)

const lasts =
  names(`Abara, Adeleke, Al-Khatib, Anderton, Appleby, Bąk, Barraclough, Begum, Bello, Birch, Boateng, Brady, Byrne,
Chowdhury, Cohen, Costa, Cox, D'Souza, Dąbrowski, Davies, Dhillon, Dixon, Doyle, Edwards, Farouk, Fernandes, Flanagan, Gill,
Gorecki, Grant, Greenhalgh, Hamid, Haworth, Hughes, Hussain, Iqbal, Jagger, Kaur, Kelly, Khan, Kowalski, Lewandowski, Li,
Lowe, Mac Giolla, MacDonald, Mahmood, Malik, Mensah, Mistry, Mulligan, Murphy, Naylor, Nguyen, Ó Briain, Ó Dálaigh,
O'Connor, O'Neill, Okafor, Oyelowo, Parry, Patel, Pereira, Popescu, Rahimi, Ramsden, Reid, Rosen, Sadiq, Shah, Silva,
Sikorski, St Clair, Sutcliffe, Szymański, Tanaka, Taylor, Thwaite, Uddin, Walker, Whitehead, Wójcik, Wright, Yilmaz`)

const postboxes = ['homepost.example', 'brightpost.example', 'tessmail.example', 'valleypost.example']

/** A resident out of the street: a name, how they are spoken of, and where they write from. */
export function residentFrom(random: Random): Resident {
  const woman = random.chance(0.55)
  const first = random.pick(woman ? women : men)
  const last = lastNameFor(woman, random.pick(lasts))
  return {
    first,
    last,
    title: woman ? random.pick(['Mrs', 'Mrs', 'Ms', 'Miss']) : 'Mr',
    ...(woman ? { she: 'she', her: 'her', them: 'her' } : { she: 'he', her: 'his', them: 'him' }),
    email: `${plain(first)}.${plain(last).replaceAll(' ', '')}${random.chance(0.3) ? random.int(2, 89) : ''}@${random.pick(postboxes)}`,
  }
}

const feminine = new Map([
  ['Ó Briain', 'Ní Bhriain'],
  ['Ó Dálaigh', 'Ní Dhálaigh'],
  ['Mac Giolla', 'Nic Giolla'],
])

/** Irish and Polish family names have a form for women. */
const lastNameFor = (woman: boolean, last: string): string =>
  woman ? (feminine.get(last) ?? last.replace(/([sc])ki$/, '$1ka')) : last
