import { configTexts as texts } from './config/texts.js'
import { VARIABLES, type Variable } from './config/variables.js'
import { AppError } from './errors/app-error.js'

/** Everything that can be set from outside: see config/variables.ts. */
export type Config = {
  [Key in keyof typeof VARIABLES]: (typeof VARIABLES)[Key] extends Variable<infer Value> ? Value : never
}

const KEYS = Object.keys(VARIABLES) as (keyof Config)[]

/** The only reader of the environment. Throws `invalid` with one sentence that names every wrong variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = []
  const values = KEYS.map(key => {
    const variable: Variable<unknown> = VARIABLES[key]
    const text = env[nameOf(key)]?.trim() || variable.default
    if (text === undefined) return [key, undefined]
    const value = variable.parser.read(text)
    if (value === undefined) problems.push(explain(nameOf(key), variable, text))
    return [key, value]
  })
  if (problems.length > 0) throw new AppError('invalid', texts.refusal(problems))
  return Object.fromEntries(values) as Config
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
export function nameOf(key: keyof Config): string {
  return key.replace(/[A-Z]/g, capital => `_${capital}`).toUpperCase()
}

/** Name, default and meaning of every variable. */
export function listVariables(): { name: string; default: string | undefined; meaning: string }[] {
  return KEYS.map(key => ({ name: nameOf(key), default: VARIABLES[key].default, meaning: texts[key] }))
}

/** The limits in force: every number that can be set, sizes in bytes. */
export function listLimits(config: Config): { name: string; value: string; meaning: string }[] {
  return KEYS.filter(key => typeof config[key] === 'number' && key !== 'port').map(key => ({
    ...{ name: nameOf(key), value: String(config[key]), meaning: texts[key] },
  }))
}

/** The text of docs/configuration.md. */
export function describeConfig(): string {
  const rows = listVariables().map(
    ({ name, default: value, meaning }) =>
      `| \`${name}\` | ${value ? `\`${value}\`` : texts.noDefault} | ${meaning} |`,
  )
  return `${[texts.pageTitle, '', texts.pageIntro, '', texts.tableHead, ...rows].join('\n')}\n`
}
