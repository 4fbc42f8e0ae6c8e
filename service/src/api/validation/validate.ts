import { describeProblem, type FieldProblem } from '@obmen/contract'
import { nearestName } from '@obmen/contract/settings'
import type { FastifySchemaCompiler } from 'fastify'
import { z } from 'zod'
import { AppError } from '../../errors/app-error.js'
import { isSafe } from '../authenticate.js'
import { escaped, fieldProblems, MAX_PROBLEMS } from './field-problems.js'

/**
 * Validates requests by the contract's schemas and reports problems field by field. An empty query parameter
 * counts as not given if the request only reads: a change is not made by a default that nobody chose.
 */
export const validateWithZod: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart, method }) => {
  const ignoresEmpty = httpPart === 'querystring' && isSafe(method)
  return data => {
    const zeros = httpPart === 'body' ? [] : zeroCharacters(data)
    const root = httpPart === 'body' ? '' : `/${httpPart ?? ''}`
    if (zeros.length > 0) {
      const problem = describeProblem('parameter-zero-character')
      return { error: invalid(zeros.map(name => ({ path: `${root}/${name}`, ...problem }))) }
    }
    const unknown = httpPart === 'querystring' ? unknownParameters(schema, data) : []
    if (unknown.length > 0) return { error: invalid(unknown) }
    const read = schema.safeParse(ignoresEmpty ? withoutEmpty(data) : data, {
      error: unworded,
      // Tells what is missing from what is of another type.
      reportInput: true,
    })
    if (read.success) return { value: read.data }
    return { error: invalid(fieldProblems(read.error.issues, root)) }
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

/** Of any operation: a link or a stream of events names the location in it, as others do in a header. */
const OF_ANY = 'location'

/** A misspelt filter that counted as none would show everything. */
function unknownParameters(schema: z.ZodType, data: unknown): FieldProblem[] {
  if (!(schema instanceof z.ZodObject)) return []
  const known = Object.keys(schema.shape)
  return Object.keys((data ?? {}) as object)
    .filter(name => name !== OF_ANY && !known.includes(name))
    .slice(0, MAX_PROBLEMS)
    .map(name => {
      const problem = describeProblem('query-unknown', {
        name: name.slice(0, 60),
        nearest: nearestName(name.slice(0, 60), known),
      })
      return { path: `/querystring/${escaped(name)}`, ...problem }
    })
}

/** Query parameters without their empty values. */
function withoutEmpty(parameters: unknown): unknown {
  return Object.fromEntries(
    Object.entries((parameters ?? {}) as Record<string, unknown>).flatMap(([name, value]) => {
      const given = [value].flat().filter(one => one !== '')
      return given.length === 0 ? [] : [[name, given.length === 1 ? given[0] : given]]
    }),
  )
}
