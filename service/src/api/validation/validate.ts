import { describeProblem, type FieldProblem } from '@obmen/contract'
import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { AppError } from '../../errors/app-error.js'
import { isSafe } from '../authenticate.js'
import { fieldProblems } from './field-problems.js'

/**
 * Validates requests by the contract's schemas and reports problems field by field. A parameter that is given empty in the query of a
 * request that only reads counts as not given; one that changes something is not carried out by a default that nobody chose.
 */
export const validateWithZod: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart, method }) => {
  const ignoresEmpty = httpPart === 'querystring' && isSafe(method)
  return data => {
    const zeros = httpPart === 'body' ? [] : zeroCharacters(data)
    if (zeros.length > 0)
      return {
        error: invalid(
          zeros.map(name => ({
            path: `/${httpPart ?? ''}/${name}`,
            ...describeProblem('parameter-zero-character'),
          })),
        ),
      }
    const read = schema.safeParse(ignoresEmpty ? withoutEmpty(data) : data, { error: unworded })
    if (read.success) return { value: read.data }
    return {
      error: invalid(fieldProblems(read.error.issues, httpPart === 'body' ? '' : `/${httpPart ?? ''}`)),
    }
  }
}

/** We word the first problems ourselves; zod would word every one, naming all values that each could have. */
const unworded = (): string => ''

function invalid(errors: FieldProblem[]): AppError {
  return new AppError('invalid', describeProblem('fields-wrong'), { errors })
}

/** Parameters of the URL that contain U+0000: PostgreSQL refuses it, and nothing stored contains it. */
function zeroCharacters(parameters: unknown): string[] {
  return Object.entries((parameters ?? {}) as Record<string, unknown>)
    .filter(([, value]) => [value].flat().some(one => typeof one === 'string' && one.includes('\0')))
    .map(([name]) => name)
}

/** Query parameters without those that are given empty; one that is given several times without its empty values. */
function withoutEmpty(parameters: unknown): unknown {
  return Object.fromEntries(
    Object.entries((parameters ?? {}) as Record<string, unknown>).flatMap(([name, value]) => {
      const given = [value].flat().filter(one => one !== '')
      return given.length === 0 ? [] : [[name, given.length === 1 ? given[0] : given]]
    }),
  )
}
