import { isPrintable } from '@obmen/contract'
import { AppError } from '../errors/app-error.js'
import { TEXTS } from './texts.js'

const MAX_NAME_LENGTH = 200

/** The trimmed name. Names need not be unique. Throws AppError `invalid` (path `/name`). */
export function checkName(name: string): string {
  const trimmed = name.trim()
  const length = [...trimmed].length
  const message =
    trimmed === ''
      ? TEXTS.nameEmpty
      : length > MAX_NAME_LENGTH
        ? TEXTS.nameTooLong(MAX_NAME_LENGTH, length)
        : isPrintable(trimmed)
          ? undefined
          : TEXTS.unprintable
  if (message !== undefined)
    throw new AppError('invalid', TEXTS.invalid, { errors: [{ path: '/name', message }] })
  return trimmed
}
