import { z } from 'zod'
import { Origin } from '../origin.ts'
import { Role } from '../roles.ts'
import { Password, Session } from './admin.ts'
import { SignInOf } from './people.ts'
import { defineRoutes } from './route.ts'

/** `318 204`, or a recovery code. */
const Code = z.string().trim().min(6).max(40)
const GivenPassword = z.string().max(200)
const RecoveryCodes = z.object({ codes: z.array(z.string()) })

export const ApiToken = z.object({
  id: z.string(),
  name: z.string(),
  /** `flows:read`, `flows:write`: a part of the API, to look at or also to change. */
  scopes: z.array(z.string()),
  createdAt: z.string(),
  expiresAt: z.string(),
  usedAt: z.string().nullable(),
})
export type ApiToken = z.infer<typeof ApiToken>

export const AccountState = z.object({
  twoFactor: z.boolean(),
  /** Somebody with these roles has to have it. */
  twoFactorRequired: z.boolean(),
  recoveryCodesLeft: z.int(),
})

/** A person's own account. These stay open to somebody who still has to set up their second factor. */
export const accountRoutes = defineRoutes({
  state: {
    id: 'account.state',
    method: 'get',
    path: '/api/account',
    summary: 'How my account is protected',
    access: 'signed-in',
    unready: true,
    operation: 'none',
    status: 200,
    response: AccountState,
  },
  changePassword: {
    id: 'account.change-password',
    method: 'put',
    path: '/api/account/password',
    summary: 'Change my password. Every other session of mine ends',
    access: 'signed-in',
    unready: true,
    operation: 'setting',
    body: z.object({ current: GivenPassword, next: Password }),
    status: 204,
  },
  beginTwoFactor: {
    id: 'account.begin-two-factor',
    method: 'post',
    path: '/api/account/two-factor',
    summary: 'A new secret for an authenticator app. Nothing is protected by it until a code is confirmed',
    access: 'signed-in',
    unready: true,
    operation: 'setting',
    body: z.object({ password: GivenPassword, code: Code.optional() }),
    status: 200,
    response: z.object({ secret: z.string(), uri: z.string(), picture: z.string() }),
  },
  confirmTwoFactor: {
    id: 'account.confirm-two-factor',
    method: 'post',
    path: '/api/account/two-factor/confirm',
    summary: 'Turn the second factor on with its first code. The recovery codes are shown once',
    access: 'signed-in',
    unready: true,
    operation: 'setting',
    body: z.object({ code: Code }),
    status: 200,
    response: RecoveryCodes,
  },
  newCodes: {
    id: 'account.new-recovery-codes',
    method: 'post',
    path: '/api/account/two-factor/codes',
    summary: 'New recovery codes in the place of the old ones',
    access: 'signed-in',
    operation: 'setting',
    body: z.object({ code: Code }),
    status: 200,
    response: RecoveryCodes,
  },
  removeTwoFactor: {
    id: 'account.remove-two-factor',
    method: 'post',
    path: '/api/account/two-factor/remove',
    summary: 'Turn my second factor off, where my roles do not need one',
    access: 'signed-in',
    operation: 'setting',
    body: z.object({ password: GivenPassword, code: Code }),
    status: 204,
  },
  sessions: {
    id: 'account.sessions',
    method: 'get',
    path: '/api/account/sessions',
    summary: 'Where I am signed in',
    access: 'signed-in',
    unready: true,
    operation: 'none',
    status: 200,
    response: z.object({ sessions: z.array(SignInOf) }),
  },
  endSession: {
    id: 'account.end-session',
    method: 'delete',
    path: '/api/account/sessions/{id}',
    summary: 'End one of my sessions; with `others`, all but this one',
    access: 'signed-in',
    unready: true,
    operation: 'sign-in',
    params: z.object({ id: z.string().max(64) }),
    status: 204,
  },
  tokens: {
    id: 'account.tokens',
    method: 'get',
    path: '/api/account/tokens',
    summary: 'My keys for programs, and the parts of the API that one can open',
    access: 'signed-in',
    operation: 'none',
    status: 200,
    response: z.object({ tokens: z.array(ApiToken), areas: z.array(z.string()) }),
  },
  createToken: {
    id: 'account.create-token',
    method: 'post',
    path: '/api/account/tokens',
    summary: 'Make a key for a program. It is shown once',
    access: 'signed-in',
    operation: 'setting',
    body: z.object({
      name: z.string().trim().min(1).max(100),
      scopes: z
        .array(z.string().regex(/^[a-z-]+:(read|write)$/))
        .min(1)
        .max(50),
      days: z.int().min(1).max(366),
      password: GivenPassword,
    }),
    status: 201,
    response: z.object({ token: ApiToken, secret: z.string() }),
  },
  removeToken: {
    id: 'account.remove-token',
    method: 'delete',
    path: '/api/account/tokens/{id}',
    summary: 'Take a key away. It stops working at once',
    access: 'signed-in',
    operation: 'setting',
    params: z.object({ id: z.string().max(64) }),
    status: 204,
  },
})

const LinkToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'This link is not whole. Copy all of it.')

export const SignInSettings = z.object({
  /** Roles that need a second factor. */
  twoFactorRoles: z.array(Role).max(5),
  /** The force's own sign-in (OpenID Connect). */
  provider: z
    .object({
      /** What the button says: "Use my Northmoor account". */
      label: z.string().trim().min(1).max(60),
      issuer: z.url().max(300),
      clientId: z.string().min(1).max(300),
      /** Other origins that the issuer's endpoints live on. */
      origins: z.array(Origin).max(10),
      /** Address ranges that its hosts may resolve to; public addresses without one. */
      addresses: z.array(z.string().max(50)).max(20),
      hasSecret: z.boolean(),
    })
    .nullable(),
})
export type SignInSettings = z.infer<typeof SignInSettings>

/** Getting in: what the sign-in page offers, links that let somebody choose a password, and the force's own sign-in. */
export const entryRoutes = defineRoutes({
  ways: {
    id: 'entry.ways',
    method: 'get',
    path: '/api/sign-in',
    summary: 'What the sign-in page offers',
    access: 'public',
    operation: 'none',
    status: 200,
    response: z.object({ force: z.string(), provider: z.string().nullable(), mail: z.boolean() }),
  },
  lookAtLink: {
    id: 'entry.look-at-link',
    method: 'post',
    path: '/api/links/look',
    summary: 'What a link is for',
    access: 'public',
    operation: 'none',
    body: z.object({ token: LinkToken }),
    maxBody: 4_096,
    status: 200,
    response: z.object({
      kind: z.enum(['invitation', 'reset']),
      email: z.string(),
      name: z.string(),
      force: z.string(),
    }),
  },
  useLink: {
    id: 'entry.use-link',
    method: 'post',
    path: '/api/links/use',
    summary: 'Choose a password with a link. It works once',
    access: 'public',
    operation: 'setting',
    body: z.object({ token: LinkToken, password: Password, name: z.string().trim().min(1).max(100).optional() }),
    maxBody: 4_096,
    status: 200,
    response: z.object({ session: Session.nullable() }),
  },
  askForReset: {
    id: 'entry.ask-for-reset',
    method: 'post',
    path: '/api/password-reset',
    summary: 'Mail a link for a new password, if there is such an account. The answer never says whether there is',
    access: 'public',
    operation: 'none',
    body: z.object({ email: z.string().max(200) }),
    maxBody: 4_096,
    status: 204,
  },
  beginProvider: {
    id: 'entry.begin-provider',
    method: 'post',
    path: '/api/oidc/begin',
    summary: 'Begin to sign in at the force’s own provider',
    access: 'public',
    operation: 'none',
    status: 200,
    response: z.object({ url: z.string() }),
  },
  finishProvider: {
    id: 'entry.finish-provider',
    method: 'post',
    path: '/api/oidc/finish',
    summary: 'Come back from the provider',
    access: 'public',
    operation: 'sign-in',
    body: z.object({ search: z.string().max(4_000) }),
    maxBody: 8_192,
    status: 200,
    response: Session,
  },
  settings: {
    id: 'entry.settings',
    method: 'get',
    path: '/api/sign-in/settings',
    summary: 'How people of the force sign in',
    access: ['admin'],
    operation: 'none',
    status: 200,
    response: SignInSettings,
  },
  saveSettings: {
    id: 'entry.save-settings',
    method: 'put',
    path: '/api/sign-in/settings',
    summary: 'Change how people of the force sign in. The provider’s secret can be written, never read',
    access: ['admin'],
    operation: 'setting',
    body: SignInSettings.extend({ secret: z.string().min(1).max(2_000).nullable().optional() }),
    status: 200,
    response: SignInSettings,
  },
})
