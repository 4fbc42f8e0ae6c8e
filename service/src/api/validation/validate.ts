import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { AppError } from '../../errors/app-error.js'
import { PROBLEM_TEXTS } from '../../errors/texts.js'
import { fieldProblems } from './field-problems.js'

/** Validates requests by the contract's schemas; reports what is wrong field by field. */
export const validateWithZod: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  return data => {
    const read = schema.safeParse(data, { error: undefined as never })
    if (read.success) return { value: read.data }
    const errors = fieldProblems(read.error.issues, httpPart === 'body' ? '' : `/${httpPart ?? ''}`)
    return { error: new AppError('invalid', PROBLEM_TEXTS.invalid, { errors }) }
  }
}
