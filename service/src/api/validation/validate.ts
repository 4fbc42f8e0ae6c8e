import { describeProblem, type FieldProblem } from '@obmen/contract'
import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { AppError } from '../../errors/app-error.js'
import { fieldProblems } from './field-problems.js'

/** Validates requests by the contract's schemas and reports problems field by field. */
export const validateWithZod: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
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
    const read = schema.safeParse(data, { error: unworded })
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
