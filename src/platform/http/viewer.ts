/** Who is asking. Made by the room that knows people; carried by every request; handed to every rule and query. */
export type Viewer = {
  /** the person's id; null for the public and for the system */
  readonly person: string | null
  readonly name: string
  readonly email: string
  readonly roles: readonly string[]
  readonly permissions: ReadonlySet<string>
  readonly via: 'session' | 'token' | 'public' | 'system'
  /** the session this request belongs to, to be able to end it */
  readonly session?: string
}

/** May do what everybody may: read what is public, sign in. */
export const nobody: Viewer = {
  person: null,
  name: 'somebody not signed in',
  email: '',
  roles: [],
  permissions: new Set(['public']),
  via: 'public',
}

export const mayDo = (viewer: Viewer, permission: string): boolean =>
  permission === 'public' || viewer.permissions.has(permission)
