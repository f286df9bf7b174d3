import type { Route } from '#platform/http/route.ts'
import { addressRoutes } from './addresses/routes.ts'
import { councilRoutes } from './council-routes.ts'
import type { PeopleDeps } from './deps.ts'
import { directoryRoutes } from './directory-routes.ts'
import { personRoutes } from './person-routes.ts'
import { importRoutes } from './import/routes.ts'
import { placeRoutes } from './places/routes.ts'
import { noticeRoutes } from './notices/routes.ts'
import { profileRoutes } from './profile-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { codeSignInRoutes } from './authenticator/sign-in.ts'
import { passkeySignInRoutes } from './passkey/sign-in.ts'
import { passwordSignInRoutes } from './password/sign-in.ts'
import { confirmRoutes } from './security/confirm.ts'
import { securityRoutes } from './security/routes.ts'
import { resetRoutes } from './security/reset.ts'

/** Every page of people: signing in, one's own profile, the directory and setting up the council. */
export const peopleRoutes = (deps: PeopleDeps): Route[] => [
  ...signInRoutes(deps),
  ...passwordSignInRoutes(deps),
  ...passkeySignInRoutes(deps),
  ...codeSignInRoutes(deps),
  ...confirmRoutes(deps),
  ...securityRoutes(deps),
  ...resetRoutes(deps),
  ...profileRoutes(deps),
  ...addressRoutes(deps),
  ...noticeRoutes(deps),
  ...councilRoutes(deps),
  ...importRoutes(deps),
  ...placeRoutes(deps),
  ...personRoutes(deps),
  ...directoryRoutes(deps),
]
