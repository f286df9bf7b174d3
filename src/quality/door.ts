/** What other rooms and app may call. */
export { standardOn } from './standard.sql.ts'
export type { Standard } from './standard.ts'
