import type { Role } from './roles.ts'

/** Somebody the council knows by name: member, assistant, officer or partner. */
export type Person = {
  readonly id: string
  readonly name: string
  readonly email: string
  /** what they do, as it stands under their name; '' when not said */
  readonly title: string
  readonly phone: string
  readonly roles: readonly Role[]
  /** may not sign in nor be given work; what they did keeps their name */
  readonly disabled: boolean
}

/** What is needed to add somebody. */
export type NewPerson = {
  readonly name: string
  readonly email: string
  readonly title?: string
  readonly phone?: string
  readonly roles?: readonly Role[]
  /** further addresses they write from, taken as verified */
  readonly otherAddresses?: readonly string[]
}
