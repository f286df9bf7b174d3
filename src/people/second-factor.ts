import type { Role } from './roles.ts'

/** Whom the council asks for more than a link or a password. */
export type SecondFactorFor = 'nobody' | 'administrators' | 'officers' | 'everybody'

/** Roles of people outside the council's own staff. */
const outside: readonly Role[] = ['member', 'assistant', 'partner']

/** Whether somebody with these roles must show a second thing that is theirs. */
export function needsSecond(roles: readonly Role[], whom: SecondFactorFor): boolean {
  if (whom === 'everybody') return true
  if (whom === 'administrators') return roles.includes('admin')
  return whom === 'officers' && roles.some(role => !outside.includes(role))
}
