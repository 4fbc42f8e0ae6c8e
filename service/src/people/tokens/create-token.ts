import { describeProblem, type FieldProblem, isPrintable, RIGHTS, type Right } from '@obmen/contract'
import type { Queryable } from '../../db/database.js'
import { AppError } from '../../errors/app-error.js'
import { hashSecret, randomSecret } from '../secret.js'
import { type ApiToken, TOKEN_COLUMNS } from './api-token.js'

const PREFIX = 'obm_'
const SHOWN_LENGTH = 10
const MAX_NAME_LENGTH = 200

export interface TokenInput {
  locationId: string
  name: string
  rights: readonly string[]
  createdBy?: string | undefined
}

/** `secret` is shown only here; only its hash is stored. Throws AppError `invalid` (paths `/name`, `/rights/0`). */
export async function createToken(
  tx: Queryable,
  input: TokenInput,
): Promise<{ token: ApiToken; secret: string }> {
  const { name, rights } = checkToken(input)
  const secret = PREFIX + randomSecret()
  const { rows } = await tx.query<ApiToken>(
    `insert into api_token as t (location_id, name, token_hash, token_start, rights, created_by)
     values ($1, $2, $3, $4, $5, $6) returning ${TOKEN_COLUMNS}`,
    [
      input.locationId,
      name,
      hashSecret(secret),
      secret.slice(0, SHOWN_LENGTH),
      rights,
      input.createdBy ?? null,
    ],
  )
  return { token: rows[0]!, secret }
}

function checkToken(input: TokenInput): { name: string; rights: Right[] } {
  const problems: FieldProblem[] = []
  const name = input.name.trim()
  if (name === '') problems.push({ path: '/name', ...describeProblem('token-name-empty') })
  if (!isPrintable(name)) problems.push({ path: '/name', ...describeProblem('unprintable') })
  if (name.length > MAX_NAME_LENGTH)
    problems.push({ path: '/name', ...describeProblem('token-name-too-long', { max: MAX_NAME_LENGTH }) })
  if (input.rights.length === 0) problems.push({ path: '/rights', ...describeProblem('token-rights-empty') })
  input.rights.forEach((right, index) => {
    if ((RIGHTS as readonly string[]).includes(right)) return
    problems.push({
      path: `/rights/${index}`,
      ...describeProblem('token-right-unknown', { right, known: RIGHTS }),
    })
  })
  if (problems.length > 0)
    throw new AppError('invalid', describeProblem('token-invalid'), { errors: problems })
  return { name, rights: RIGHTS.filter(right => input.rights.includes(right)) }
}
