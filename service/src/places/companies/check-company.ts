import type { FieldProblem } from '@obmen/contract'
import { describeProblem } from '@obmen/contract'
import { AppError } from '../../errors/app-error.js'
import { checkName } from '../check-name.js'
import { innProblem, kppProblem } from './inn.js'

export interface CompanyInput {
  name: string
  inn: string
  kpp?: string | null | undefined
}

/** Trimmed fields, an empty КПП as null; throws AppError `invalid` with every problem at once. */
export function checkCompany(input: CompanyInput): { name: string; inn: string; kpp: string | null } {
  const problems: FieldProblem[] = []
  const name = checkName(input.name, '/name', problems)
  const inn = input.inn.trim()
  const innWrong = innProblem(inn)
  if (innWrong !== undefined) problems.push({ path: '/inn', ...innWrong })
  const kpp = input.kpp?.trim() || null
  const kppWrong = kpp === null ? undefined : kppProblem(kpp, inn)
  if (kppWrong !== undefined) problems.push({ path: '/kpp', ...kppWrong })
  if (problems.length > 0)
    throw new AppError('invalid', describeProblem('company-invalid'), { errors: problems })
  return { name, inn, kpp }
}
