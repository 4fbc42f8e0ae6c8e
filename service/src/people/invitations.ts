import { describeProblem, type FieldProblem, type Locale, type Role } from '@obmen/contract'
import type { Invitation as ShownInvitation } from '@obmen/contract/rest'
import type { Database, Queryable } from '../db/database.js'
import { mapPage, type Page, type PageRequest, readCursor, toPage } from '../db/page.js'
import type { WithTimes } from '../db/rows.js'
import { isUuid } from '../db/values.js'
import { AppError } from '../errors/app-error.js'
import {
  type AssignedRole,
  checkCompanies,
  checkEmail,
  checkPersonName,
  grantAccess,
  type PreparedPerson,
  saltOfAddress,
} from './roles.js'
import { hashSecret, randomSecret } from './secret.js'
import { checkPassword, hashPassword } from './sign-in/password-hash.js'
import { authenticatePerson, type SignInRule } from './sign-in/sign-in.js'

export type Invitation = { locationId: string | null; mailProblem: string | null } & WithTimes<
  Omit<ShownInvitation, 'mailFailure' | 'mailFailureReason'>,
  'createdAt' | 'expiresAt'
>

/** `mailProblem`: why the job that mails the link failed last, a described problem in JSON. */
const INVITATION_COLUMNS = `i.id, i.email, i.role, i.location_id as "locationId",
  i.company_ids as "companyIds", i.created_at as "createdAt", i.expires_at as "expiresAt",
  (select j.last_error from graphile_worker.jobs j where j.key = 'mail-invitation ' || i.id) as "mailProblem"`

/**
 * Whether the inviter of `user_invitation i` may still grant the role. A first administrator may come after
 * the operator who invited them has gone: nobody else could.
 */
const INVITER_MAY_GRANT = `(i.invited_by is null
  or i.role = 'location-administrator' and not exists (
    select from user_role a where a.role = 'location-administrator' and a.location_id = i.location_id)
  or exists (
    select from user_role r join user_account u on u.id = r.user_id
     where u.id = i.invited_by and u.disabled_at is null
       and case when i.location_id is null then r.role = 'system-operator'
                else r.role = 'location-administrator' and r.location_id = i.location_id end))`

/** How long an invitation can be accepted. */
const DAYS = 7
/** Open at a time, to all roles of a location: each lets a stranger have a password hashed. */
const MAX_OPEN = 200

interface InvitationInput extends AssignedRole {
  email: string
  invitedBy?: string | undefined
}

/**
 * Replaces an earlier invitation to the role; `secret` is shown only here. The caller checks the inviter.
 * Throws AppError `invalid` (`/email`, `/companyIds`) or `conflict`.
 */
export async function invitePerson(
  tx: Queryable,
  input: InvitationInput,
  now: Date,
): Promise<{ invitation: Invitation; secret: string }> {
  const problems: FieldProblem[] = []
  const email = checkEmail(input.email, '/email', problems)
  await checkCompanies(tx, input, problems)
  if (problems.length > 0)
    throw new AppError('invalid', describeProblem('invitation-invalid'), { errors: problems })

  const existing = await tx.query<{ role: Role }>(
    `select r.role from user_role r join user_account u on u.id = r.user_id
      where lower(u.email) = $1 and r.location_id is not distinct from $2`,
    [email, input.locationId],
  )
  const roles = existing.rows.map(({ role }) => role)
  if (roles.includes(input.role))
    throw new AppError('conflict', describeProblem('already-has-role', { email }))
  if (input.role === 'accountant' && roles.includes('location-administrator'))
    throw new AppError('conflict', describeProblem('administers-already', { email }))

  await tx.query(
    `delete from user_invitation
      where email = $1 and role = $2 and location_id is not distinct from $3 and accepted_at is null`,
    [email, input.role, input.locationId],
  )
  const secret = randomSecret()
  const { rows } = await tx.query<Invitation>(
    `insert into user_invitation as i (token_hash, email, role, location_id, invited_by, created_at, expires_at,
       company_ids)
     select $1, $2, $3, $4, $5, $6, $7, $8
      where (select count(*) from user_invitation i
              where location_id is not distinct from $4 and accepted_at is null and expires_at > $6
                and ${INVITER_MAY_GRANT}) < $9
     returning ${INVITATION_COLUMNS}`,
    [
      hashSecret(secret),
      email,
      input.role,
      input.locationId,
      input.invitedBy ?? null,
      now,
      new Date(now.getTime() + DAYS * 86_400_000),
      input.companyIds ?? null,
      MAX_OPEN,
    ],
  )
  if (!rows[0]) throw new AppError('conflict', describeProblem('too-many-invitations', { limit: MAX_OPEN }))
  return { invitation: rows[0], secret }
}

/** What the encrypted link of its mail is bound to. */
export const invitationPlace = (id: string): string => `invitation ${id}`

/** What its mail says; undefined once it was accepted, revoked or is too old. */
export async function findMailed(db: Queryable, id: string): Promise<MailedInvitation | undefined> {
  const { rows } = await db.query<MailedInvitation>(
    `select i.email, i.role, i.expires_at as "expiresAt", l.name as "locationName",
            coalesce(u.locale, 'ru') as language
       from user_invitation i
       left join location l on l.id = i.location_id
       left join user_account u on u.id = i.invited_by
      where i.id = $1 and i.accepted_at is null and i.expires_at > now() and ${INVITER_MAY_GRANT}`,
    [id],
  )
  return rows[0]
}

export interface MailedInvitation {
  email: string
  role: Role
  expiresAt: Date
  locationName: string | null
  /** Of the inviter: that of the invited person is not known. */
  language: Locale
}

interface OpenInvitation extends Omit<Invitation, 'createdAt' | 'expiresAt' | 'mailProblem'> {
  locationName: string | null
  companyNames: string[] | null
}

/** By the secret of its link. Throws AppError `not-found` when used, revoked, expired or without inviter. */
export async function findInvitation(db: Queryable, secret: string, now: Date): Promise<OpenInvitation> {
  const { rows } = await db.query<OpenInvitation>(
    `select i.id, i.email, i.role, i.location_id as "locationId", l.name as "locationName",
       i.company_ids as "companyIds",
            case when i.company_ids is not null then array(
              select c.name from company c where c.id = any (i.company_ids)
                     order by c.name) end as "companyNames"
       from user_invitation i left join location l on l.id = i.location_id
      where i.token_hash = $1 and i.accepted_at is null and i.expires_at > $2 and ${INVITER_MAY_GRANT}`,
    [hashSecret(secret), now],
  )
  if (!rows[0]) throw new AppError('not-found', describeProblem('invitation-not-found'))
  return rows[0]
}

interface InvitationAnswer {
  secret: string
  name: string
  /** Of the account of this address that the invited person has; any other makes a new one. */
  password: string
  /** Of the second factor of an existing account. */
  code?: string | undefined
  address: string
  /** The person signed in in the browser that opened the link. */
  signedInAs?: string | undefined
}

/**
 * Grants the role to whoever is signed in or knows the password, or creates an account: the inviter has the
 * link too, so it proves no address. Throws `not-found`, `invalid`, `locked-out`, `too-many-requests`.
 */
export async function acceptInvitation(
  db: Database,
  answer: InvitationAnswer,
  rule: SignInRule,
  now: Date,
): Promise<{ userId: string; passwordHash: string | undefined }> {
  const invitation = await findInvitation(db, answer.secret, now)
  const { email, role, locationId, companyIds } = invitation
  const person = await invitedPerson(db, email, answer, rule)
  return db.transaction(async tx => {
    const taken = await tx.query(
      `update user_invitation i set accepted_at = $2
        where i.id = $1 and i.accepted_at is null and ${INVITER_MAY_GRANT}`,
      [invitation.id, now],
    )
    if (taken.rowCount === 0) throw new AppError('not-found', describeProblem('invitation-not-found'))
    const { userId } = await grantAccess(tx, person, { role, locationId, companyIds })
    return { userId, passwordHash: person.passwordHash }
  })
}

/** Answers and takes as long whether the address has accounts elsewhere or not. */
async function invitedPerson(
  db: Database,
  email: string,
  { name, password, code, address, signedInAs }: InvitationAnswer,
  rule: SignInRule,
): Promise<PreparedPerson> {
  const signedIn = await db.query('select from user_account where id = $1 and lower(email) = $2', [
    signedInAs ?? null,
    email,
  ])
  if (signedInAs !== undefined && signedIn.rowCount > 0) return { userId: signedInAs }
  // No match counts as a failure to sign in: new invitations would allow endless guesses.
  const known = await authenticatePerson(db, { email, password, code, address }, rule).catch(error => {
    if (error instanceof AppError && error.reason?.code === 'sign-in-failed') return undefined
    throw error
  })
  if (known) return { userId: known.id, passwordHash: known.passwordHash }
  const problems: FieldProblem[] = []
  const checkedName = checkPersonName(name, '/name', problems)
  if (checkedName === '') problems.push({ path: '/name', ...describeProblem('person-name-empty') })
  checkPassword(password, '/password', problems)
  if (problems.length > 0)
    throw new AppError('invalid', describeProblem('user-invalid'), { errors: problems })
  const salt = await saltOfAddress(db, email)
  const passwordHash = await rule.hashing.enter({ login: email, address }, cost =>
    hashPassword(password, cost, salt),
  )
  return { email, name: checkedName, passwordHash }
}

/** Open invitations to a role, the newest first; not those whose inviter may no longer grant it. */
export async function listInvitations(
  db: Queryable,
  { role, locationId }: AssignedRole,
  { limit, cursor }: PageRequest,
  now: Date,
): Promise<Page<Invitation>> {
  const before = readCursor(cursor, ['time', 'uuid'])
  const { rows } = await db.query<Invitation & { position: string }>(
    `select ${INVITATION_COLUMNS}, created_at::text as position from user_invitation i
      where location_id is not distinct from $1 and role = $6 and accepted_at is null and expires_at > $2
        and ${INVITER_MAY_GRANT}
        and ($3::timestamptz is null or (created_at, id) < ($3, $4::uuid))
      order by created_at desc, id desc limit $5`,
    [locationId, now, before?.[0] ?? null, before?.[1] ?? null, limit + 1, role],
  )
  return mapPage(
    toPage(rows, limit, row => [row.position, row.id]),
    ({ position: _, ...invitation }) => invitation,
  )
}

export async function revokeInvitation(db: Queryable, locationId: string | null, id: string): Promise<void> {
  const { rowCount } = isUuid(id)
    ? await db.query(
        `delete from user_invitation where id = $1 and location_id is not distinct from $2
           and accepted_at is null`,
        [id, locationId],
      )
    : { rowCount: 0 }
  if (rowCount === 0) throw new AppError('not-found', describeProblem('invitation-not-found'))
}
