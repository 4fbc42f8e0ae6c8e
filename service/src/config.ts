import { readFileSync } from 'node:fs'
import { meaningOfVariable, VARIABLE_GROUPS, type VariableName } from '@obmen/contract/variables'
import { distance } from 'fastest-levenshtein'
import { LIMITS } from './config/limits.js'
import { configTexts as texts } from './config/texts.js'
import { VARIABLES, type Variable } from './config/variables.js'
import { AppError } from './errors/app-error.js'

type Values<Variables> = {
  [Key in keyof Variables]: Variables[Key] extends Variable<infer Value> ? Value : never
}

/** What an operator can set, and limits that only a test has a reason to change. */
export type Config = Record<keyof typeof LIMITS, number> & Values<typeof VARIABLES>

const KEYS = Object.keys(VARIABLES) as (keyof typeof VARIABLES)[]

/** Whoever set the one decided something that the other has to be told. */
const RENAMED: [string, VariableName][] = [['WEBHOOK_ALLOW_PRIVATE', 'ALLOW_PRIVATE_ADDRESSES']]

/** The only reader of the environment. Throws `invalid` with one sentence that names every wrong variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = []
  const values = KEYS.map(key => {
    const variable: Variable<unknown> = VARIABLES[key]
    const name = nameOf(key)
    const text = env[name]?.trim() || (variable.secret && readSecret(env, name, problems)) || variable.default
    if (text === undefined) return [key, undefined]
    const value = variable.parser.read(text)
    if (value === undefined) problems.push(explain(name, variable, text))
    return [key, value]
  })
  for (const [old, name] of RENAMED) if (env[old]?.trim()) problems.push(texts.renamed(old, name))
  if (problems.length > 0) throw new AppError('invalid', texts.refusal(problems))
  return { ...LIMITS, ...Object.fromEntries(values) } as Config
}

/** What the file holds that `NAME_FILE` names, as Docker and systemd hand secrets over. */
function readSecret(env: Readonly<Record<string, string | undefined>>, name: string, problems: string[]) {
  const path = env[`${name}_FILE`]?.trim()
  if (!path) return undefined
  try {
    return readFileSync(path, 'utf8').trim() || undefined
  } catch {
    problems.push(texts.fileProblem(`${name}_FILE`, path))
    return undefined
  }
}

/** A name that differs in so many letters is a mistyped one. Shorter names resemble too much. */
const MAX_TYPOS = 2
const SHORTEST_RESEMBLED = 8

/** Variables that mean nothing here, and which of ours was probably meant. */
export function lookAlikes(
  env: Readonly<Record<string, string | undefined>>,
): [given: string, meant: string][] {
  const names = KEYS.flatMap(key => [nameOf(key), ...(VARIABLES[key].secret ? [`${nameOf(key)}_FILE`] : [])])
  const known = new Set<string>(names)
  return Object.keys(env).flatMap((given): [string, string][] => {
    if (known.has(given)) return []
    const bare = given.replace(/^OBMEN_/, '').replace(/_FILE$/, '')
    const meant = names.find(
      name =>
        name.length >= SHORTEST_RESEMBLED &&
        (bare === name || distance(given.toUpperCase(), name) <= MAX_TYPOS),
    )
    return meant === undefined ? [] : [[given, meant]]
  })
}

function explain(name: string, { parser, secret }: Variable<unknown>, text: string): string {
  return secret ? texts.secretProblem(name, parser.expected) : texts.problem(name, text, parser.expected)
}

/** The public URL of the service; `port` is the one it listens on. */
export function publicAddress(config: Pick<Config, 'publicUrl' | 'host'>, port: number): string {
  const { publicUrl: address, host: name } = config
  return address ?? `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/** `databasePoolSize` → `DATABASE_POOL_SIZE` */
function nameOf(key: keyof typeof VARIABLES): VariableName {
  return key.replace(/[A-Z]/g, capital => `_${capital}`).toUpperCase() as VariableName
}

/** Every variable with its default and its value in force, as texts; secrets without their value. */
export function listVariables(config: Config) {
  return KEYS.map(key => {
    const { default: byDefault, secret, parser } = VARIABLES[key] as Variable<unknown>
    const value = config[key]
    const name = nameOf(key)
    return {
      name,
      value: secret || value === undefined ? '' : value === false ? 'no' : String(value),
      changed:
        value !== (byDefault === undefined ? undefined : parser.read(byDefault)) && !Array.isArray(value),
      unit: parser.unit ?? unitOf(name),
      meaning: meaningOfVariable(name)!.ru,
    }
  })
}

function unitOf(name: string): 'seconds' | 'minutes' | 'hours' | 'days' | 'none' {
  const [, unit = name === 'ORDER_REVISIONS_KEEP' ? 'DAYS' : 'NONE'] =
    /_(SECONDS|MINUTES|HOURS|DAYS)$/.exec(name) ?? []
  return unit.toLowerCase() as ReturnType<typeof unitOf>
}

/** The text of docs/configuration.md. */
export function describeConfig(): string {
  const rows = VARIABLE_GROUPS.flatMap(({ title, variables }) => [
    `| **${title.en}** · ${title.ru} | | | |`,
    ...Object.entries(variables).map(
      ([name, { en, ru }]) => `| \`${name}\` | ${defaultOf(name)} | ${en} | ${ru} |`,
    ),
  ])
  const secrets = KEYS.filter(key => VARIABLES[key].secret).map(key => `\`${nameOf(key)}\``)
  return `${[texts.page(secrets.join(', ')), ...rows].join('\n')}\n`
}

function defaultOf(name: string): string {
  const value = VARIABLES[KEYS.find(key => nameOf(key) === name)!].default
  return value === undefined ? '—' : `\`${value}\``
}

/** The variables for `obmen serve --help`. */
export function listDefaults(): { name: string; default: string | undefined; meaning: string }[] {
  return KEYS.map(key => ({
    name: nameOf(key),
    default: VARIABLES[key].default,
    meaning: meaningOfVariable(nameOf(key))!.ru,
  }))
}

/** Timeouts of the server's statements, locks and unanswered queries, in milliseconds. */
export function databaseLimits(config: Config) {
  return {
    statementTimeoutMs: config.databaseStatementTimeoutSeconds * 1000,
    lockTimeoutMs: config.databaseLockTimeoutSeconds * 1000,
    idleTransactionMs: config.databaseIdleTransactionSeconds * 1000,
    silenceMs: config.databaseSilenceSeconds * 1000,
  }
}

/** Connections of the webhooks' queue: one that listens, and two that take and finish jobs. */
export const QUEUE_POOL_SIZE = 3
/** The server's start, two that listen (live updates, events for webhooks), the probe of the database. */
const SINGLE_CONNECTIONS = 4

/** Most connections that one server opens. */
export function connectionsOfServer(config: Config): number {
  const { databasePoolSize, databaseBackgroundPoolSize, dryRunsAtOnce, backupDir } = config
  const single = SINGLE_CONNECTIONS + dryRunsAtOnce + (backupDir === undefined ? 0 : 1)
  return databasePoolSize + databaseBackgroundPoolSize + QUEUE_POOL_SIZE + single
}
