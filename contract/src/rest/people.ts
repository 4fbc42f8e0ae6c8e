import { z } from 'zod'
import { DENSITIES, LISTS, LOCALES, MOST_VIEWS, REVOKED_TOKENS_MAX, RIGHTS, ROLES } from '../enumerations.js'
import { MOST_NAMES, pageOf, paging, reasonSchema, timestampSchema, uuidSchema } from './common.js'
import { locationSchema } from './companies.js'

const email = z.string().trim().min(3).max(254)
const newPassword = z
  .string()
  .max(200)
  .describe('At least 8 characters that are not spaces; below 12, no common one')

const password = z.string().min(1).max(200)
const code = z
  .string()
  .trim()
  .max(50)
  .describe('Of the authenticator app, or a recovery code; each is accepted once')

export const signInSchema = z.strictObject({
  email,
  password,
  code: code.optional().describe('Of a person with a second factor, after 401 with `second-factor-needed`'),
})

/** What a person repeats to change the second factor. */
export const ownPasswordSchema = z.strictObject({ password })
export const ownProofSchema = z.strictObject({ password, code })
export const secondFactorCodeSchema = z.strictObject({ code })
export const secondFactorSchema = z
  .object({
    activeSince: timestampSchema.nullable().describe('Null: off'),
    recoveryCodesLeft: z.int(),
  })
  .meta({ id: 'SecondFactor' })
export type SecondFactor = z.infer<typeof secondFactorSchema>
export const secondFactorSecretSchema = z
  .object({
    secret: z.string().describe('For typing into an authenticator app'),
    uri: z.string().describe('`otpauth://…`, for a QR code'),
  })
  .meta({ id: 'SecondFactorSecret' })
export type SecondFactorSecret = z.infer<typeof secondFactorSecretSchema>
/** Shown once. */
export const recoveryCodesSchema = z
  .object({ recoveryCodes: z.array(z.string()) })
  .meta({ id: 'RecoveryCodes' })
export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>

export const preferencesSchema = z.strictObject({
  density: z.enum(DENSITIES).default('comfortable'),
  hiddenColumns: z
    .partialRecord(z.enum(LISTS), z.array(z.string().regex(/^[a-z]{1,30}$/)).max(30))
    .default({})
    .describe('Of each list of the web app, those not shown'),
  views: z
    .array(
      z.strictObject({
        list: z.enum(['orders', 'tasks']),
        name: z.string().trim().min(1).max(60),
        locationId: uuidSchema,
        search: z.string().max(1000).describe('As in the address of the web app'),
      }),
    )
    .max(MOST_VIEWS)
    .default([])
    .describe('Filters of lists that the person saved'),
})
export type Preferences = z.infer<typeof preferencesSchema>

const companiesSchema = z.array(uuidSchema).nullable().describe('Of an accountant: whose data is seen')

export const meSchema = z
  .object({
    id: uuidSchema,
    email: z.string(),
    name: z.string(),
    locale: z.enum(LOCALES),
    preferences: preferencesSchema.describe('How lists look'),
    secondFactor: z
      .enum(['on', 'off', 'required'])
      .describe('`required`: off, and all but `/me` is refused until it is on'),
    roles: z.array(
      z.object({
        role: z.enum(ROLES),
        locationId: uuidSchema.nullable(),
        locationName: z.string().nullable(),
        companyIds: companiesSchema,
      }),
    ),
    location: z
      .object({
        id: uuidSchema,
        name: z.string(),
        timezone: z.string(),
        statuslabels: z.record(z.string(), z.string()).describe('As in GET /locations/current'),
        role: z.enum(ROLES).describe('What the person is in it'),
      })
      .nullable()
      .describe('Where the person works now: the location of X-Obmen-Location, else the first'),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof meSchema>
export const mePatchSchema = z.strictObject({
  name: z.string().trim().max(200).optional(),
  locale: z.enum(LOCALES).optional(),
  preferences: preferencesSchema.optional().describe('Replaces all of them'),
})
export const passwordChangeSchema = z.strictObject({ current: password, next: newPassword })

export const sessionSchema = z
  .object({
    id: uuidSchema,
    current: z.boolean().describe('The session that asks'),
    createdAt: timestampSchema,
    lastSeenAt: timestampSchema.describe('Exact to a minute'),
    address: z.string().describe('Where the person signed in: an IPv4 address, the /64 of an IPv6 one'),
    userAgent: z.string().describe('As the browser sent it'),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof sessionSchema>
export const sessionsSchema = z.object({ items: z.array(sessionSchema).describe('50 at most') })

const companyChoiceSchema = z.array(uuidSchema).min(1).max(1000)

export const userSchema = z
  .object({
    id: uuidSchema,
    email: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    companyIds: companiesSchema,
    disabled: z.boolean(),
    createdAt: timestampSchema,
    lastSeenAt: timestampSchema.nullable(),
  })
  .meta({ id: 'User' })
export type User = z.infer<typeof userSchema>
export const userPageSchema = pageOf(userSchema)
export const userPatchSchema = z.strictObject({
  disabled: z.boolean().optional(),
  name: z.string().trim().max(200).optional(),
  companyIds: companyChoiceSchema.optional().describe('Of an accountant: replaces the companies'),
  seenCompanyIds: z
    .array(uuidSchema)
    .max(1000)
    .optional()
    .describe(
      'With `companyIds`: those that were read; if they have been changed since, 412 and nothing is done',
    ),
})

export const invitationInputSchema = z.strictObject({
  email,
  role: z.enum(ROLES).default('location-administrator'),
  companyIds: companyChoiceSchema.optional().describe('For an accountant, and only then: whose data is seen'),
})
export const invitationSchema = z
  .object({
    id: uuidSchema,
    email: z.string(),
    role: z.enum(ROLES),
    companyIds: companiesSchema,
    createdAt: timestampSchema,
    expiresAt: timestampSchema,
    mailFailure: z
      .string()
      .nullable()
      .describe('Why the mail with the link did not go out yet, Russian; null: it did, or none is sent'),
    mailFailureReason: reasonSchema,
  })
  .meta({ id: 'Invitation' })
export type Invitation = z.infer<typeof invitationSchema>
export const invitationPageSchema = pageOf(invitationSchema)
/** Also of an invitation to a new location. */
export const mailedSchema = z
  .boolean()
  .describe('The link goes to that address by mail, too (SMTP_URL); not while sending is paused')
/** `url` is shown once; whoever invites passes it on. */
export const invitationWithUrlSchema = invitationSchema
  .extend({ url: z.string(), mailed: mailedSchema })
  .meta({ id: 'InvitationWithUrl' })
export type InvitationWithUrl = z.infer<typeof invitationWithUrlSchema>
/** Read by its secret, without signing in. */
export const openInvitationSchema = z.object({
  email: z.string(),
  role: z.enum(ROLES),
  locationName: z.string().nullable(),
  companyNames: z.array(z.string()).nullable().describe('Of an accountant'),
})
export type OpenInvitation = z.infer<typeof openInvitationSchema>
export const invitationAnswerSchema = z.strictObject({
  name: z.string().trim().max(200).optional().describe('Of a new account'),
  password: newPassword
    .optional()
    .describe('Of a new account, or of the existing one with that e-mail; not needed when signed in to it'),
  code: code.optional().describe('Of an existing account with a second factor'),
})

export const tokenInputSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  rights: z
    .array(z.enum(RIGHTS))
    .min(1)
    .max(MOST_NAMES)
    .default([...RIGHTS]),
  sandbox: z
    .boolean()
    .default(false)
    .describe('May play a 1C against integrations that are `sandbox`, too; never changes'),
})
export const tokenSchema = z
  .object({
    id: uuidSchema,
    name: z.string(),
    start: z.string().describe('First characters, to identify the token'),
    rights: z.array(z.enum(RIGHTS)),
    sandbox: z.boolean(),
    createdAt: timestampSchema,
    createdBy: z
      .object({
        id: uuidSchema,
        email: z.string(),
        name: z.string(),
        removed: z.boolean().describe('No longer has a role in the location'),
      })
      .nullable()
      .describe('Who created it'),
    lastUsedAt: timestampSchema.nullable(),
  })
  .meta({ id: 'ApiToken' })
export type ApiToken = z.infer<typeof tokenSchema>
export const tokenPageSchema = pageOf(tokenSchema)
/** What a token is told of itself. */
export const callingTokenSchema = tokenSchema
  .pick({ name: true, rights: true, sandbox: true })
  .extend({ location: locationSchema.pick({ id: true, name: true, timezone: true, publicUrl: true }) })
  .meta({ id: 'CallingToken' })
export const tokenListQuerySchema = z.object({
  ...paging,
  createdBy: uuidSchema.optional().describe('Only those created by this person'),
})
/** Tokens keep working when their creator is removed, except for those named here. */
export const removedUserQuerySchema = z.object({
  revokeTokens: z
    .string()
    .max(8000)
    .transform(text => text.split(',').map(id => id.trim()))
    .pipe(z.array(uuidSchema).max(REVOKED_TOKENS_MAX))
    .optional()
    .describe(
      'Tokens that the person created in this location, revoked together with the role; separated by commas',
    ),
})
export const removedUserSchema = z
  .object({
    tokens: z
      .array(tokenSchema)
      .describe('Tokens that the person created in this location and that go on working'),
  })
  .meta({ id: 'RemovedUser' })
export type RemovedUser = z.infer<typeof removedUserSchema>
export const tokenWithSecretSchema = tokenSchema
  .extend({ token: z.string() })
  .meta({ id: 'ApiTokenWithSecret' })
export type ApiTokenWithSecret = z.infer<typeof tokenWithSecretSchema>
