import type { Locale } from '../enumerations.js'
import type { FieldProblem } from '../field-problem.js'
import type { Sentence } from '../sentence.js'
import { checkSettings, type SettingsIssue } from './check-settings.js'
import { JsonSyntaxProblem, lineAndColumn } from './document/json-node.js'
import { MAX_DEPTH, parseJson } from './document/json-parse.js'
import { JSON_MESSAGES } from './document/texts-json.js'
import { applyEdits } from './document/typography.js'
import type { Settings } from './settings.js'
import { MAX_SETTINGS_LENGTH } from './settings-limits.js'
import { adviceNotes, correctionNotes, trimmingNotes } from './settings-notes.js'
import { formatSettingsMessage, SETTINGS_MESSAGES } from './texts-settings.js'

export interface ReadSettings {
  settings: Settings
  /** The JSON text: as it was written, with corrections; for an object, indented JSON. */
  text: string
  /** Corrections with their positions, and advice about values that are allowed but suspicious, in words. */
  notes: string[]
}

/** For an editor: `from` and `to` count UTF-16 units, `line` and `column` begin with 1. */
export interface SettingsProblem {
  /** JSON pointer into the settings; the empty one is the whole. */
  path: string
  /** In words, with the position. */
  message: string
  /** The same without the position. */
  sentence: string
  /** The problem, not yet worded. */
  said: Sentence
  line: number
  column: number
  from: number
  to: number
}

/**
 * Reads settings from an object or a JSON string, tolerating typographic quotes, odd spaces, a BOM, a final
 * `;`. Throws SettingsError with every problem and its place.
 */
export function readSettings(input: unknown, language: Locale = 'ru'): ReadSettings {
  const read = typeof input === 'string' ? inspect(input, language) : inspectObject(input, language)
  if (!read.ok) throw refusal(read.problems, typeof input === 'string' ? 'message' : 'sentence', language)
  return typeof input === 'string'
    ? read.value
    : { ...read.value, text: JSON.stringify(read.value.settings, null, 2) }
}

/** All problems of a text, in textual order; empty if `readSettings` accepts it. */
export function settingsProblems(text: string, language: Locale = 'ru'): SettingsProblem[] {
  const read = inspect(text, language)
  return read.ok ? [] : read.problems
}

/** An object is written as text to place its problems; one nested too deep would be too long. */
function inspectObject(input: unknown, language: Locale): Inspection {
  if (!isDeeper(input, MAX_DEPTH)) return inspect(JSON.stringify(input, null, 2) ?? 'null', language)
  const problem = new JsonSyntaxProblem({ from: 0, to: 0 }, JSON_MESSAGES.tooDeep(MAX_DEPTH))
  return { ok: false, problems: [locate('', problem, language)] }
}

/** Whether a value has values below this depth; level by level, because recursion would end. */
function isDeeper(value: unknown, depth: number): boolean {
  let level = [value]
  for (let at = 0; at <= depth; at++) {
    level = level.flatMap(one => (typeof one === 'object' && one !== null ? Object.values(one) : []))
    if (level.length === 0) return false
  }
  return true
}

type Inspection = { ok: true; value: ReadSettings } | { ok: false; problems: SettingsProblem[] }

function inspect(text: string, language: Locale): Inspection {
  try {
    if (text.length > MAX_SETTINGS_LENGTH) {
      throw new JsonSyntaxProblem({ from: 0, to: 0 }, JSON_MESSAGES.textTooLong(MAX_SETTINGS_LENGTH))
    }
    const { root, edits } = parseJson(text)
    const { settings, issues } = checkSettings(root)
    if (issues.length > 0) return { ok: false, problems: issues.map(issue => locate(text, issue, language)) }
    const found = [...correctionNotes(text, edits), ...trimmingNotes(root), ...adviceNotes(settings)]
    const notes = found.map(note => formatSettingsMessage(note, language))
    return { ok: true, value: { settings, text: applyEdits(text, edits), notes } }
  } catch (error) {
    if (!(error instanceof JsonSyntaxProblem)) throw error
    return { ok: false, problems: [locate(text, error, language)] }
  }
}

function locate(text: string, issue: SettingsIssue, language: Locale): SettingsProblem {
  const { path, sentence: said, from, to } = issue
  const { line, column } = lineAndColumn(text, from)
  const sentence = formatSettingsMessage(said, language)
  const message = formatSettingsMessage(JSON_MESSAGES.place(line, column, said), language)
  return { path, message, sentence, said, line, column, from, to }
}

function refusal(
  problems: readonly SettingsProblem[],
  form: 'message' | 'sentence',
  language: Locale,
): SettingsError {
  const errors = problems.map((problem): FieldProblem => {
    const { line, column } = problem
    const at = form === 'message'
    return {
      path: problem.path,
      message: problem[form],
      code: 'settings',
      params: { sentence: at ? JSON_MESSAGES.place(line, column, problem.said) : problem.said },
      ...(at && { line, column }),
    }
  })
  return new SettingsError(
    formatSettingsMessage(SETTINGS_MESSAGES.refused(errors[0]!.message, errors.length - 1), language),
    errors,
  )
}

/** Unusable settings: `message` is one Russian sentence, `errors` has all problems with their positions. */
export class SettingsError extends Error {
  readonly errors: readonly FieldProblem[]

  constructor(message: string, errors: readonly FieldProblem[]) {
    super(message)
    this.name = 'SettingsError'
    this.errors = errors
  }
}
