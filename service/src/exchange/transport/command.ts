const TYPES = ['sale', 'catalog', 'reference'] as const
export type ExchangeType = (typeof TYPES)[number]

const MODES = [
  'checkauth',
  'init',
  'query',
  'success',
  'info',
  'file',
  'import',
  'deactivate',
  'complete',
] as const
export type ExchangeMode = (typeof MODES)[number]

/** `type` and `mode` are undefined for unknown words; `typeWord` and `modeWord` are as sent. */
export interface ExchangeCommand {
  type: ExchangeType | undefined
  mode: ExchangeMode | undefined
  typeWord: string
  modeWord: string
  filename: string | undefined
  /** `version=2.09` of init, as it was sent. */
  version: string | undefined
  /** `cmlVersion=2.10`, as it was sent. */
  cmlVersion: string | undefined
  sessid: boolean
  bitrixPath: boolean
}

/**
 * Parameters come in any order, names in any case, with doubled and trailing `&`, with a second `?` if the
 * configured address had one, percent-encoded in UTF-8 or windows-1251. A repeated one: the last counts.
 */
export function parseCommand(target: string): ExchangeCommand {
  const parameters = parseParameters(target)
  const typeWord = parameters.get('type') ?? ''
  const modeWord = parameters.get('mode') ?? ''
  return {
    type: TYPES.find(type => type === typeWord.toLowerCase()),
    mode: MODES.find(mode => mode === modeWord.toLowerCase()),
    typeWord,
    modeWord,
    filename: parameters.get('filename'),
    version: parameters.get('version'),
    cmlVersion: parameters.get('cmlversion'),
    sessid: parameters.has('sessid'),
    bitrixPath: /^\/bitrix\b/i.test(target),
  }
}

function parseParameters(target: string): Map<string, string> {
  const parameters = new Map<string, string>()
  const start = target.indexOf('?')
  if (start === -1) return parameters
  for (const part of target.slice(start + 1).split(/[&?]/)) {
    if (part === '') continue
    const equals = part.indexOf('=')
    const name = decode(equals === -1 ? part : part.slice(0, equals)).toLowerCase()
    const value = equals === -1 ? '' : decode(part.slice(equals + 1))
    if (value !== '' || !parameters.has(name)) parameters.set(name, value)
  }
  return parameters
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const windows1251 = new TextDecoder('windows-1251')

/** Node returns the target as latin1. A `%` without two hexadecimal digits is kept. */
function decode(text: string): string {
  if (/^[\w.-]*$/.test(text)) return text
  const raw = text
    .replaceAll('+', ' ')
    .replace(/%([0-9a-f]{2})/gi, (_pair, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
  const bytes = Buffer.from(raw, 'latin1')
  try {
    return utf8.decode(bytes).trim()
  } catch {
    return windows1251.decode(bytes).trim()
  }
}
