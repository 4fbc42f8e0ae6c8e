import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { configTexts } from './texts.js'

/** How the text of a variable becomes a value. */
export interface Parser<T> {
  read(text: string): T | undefined
  expected: string
  unit?: 'bytes'
}

export function integer(min: number, max: number): Parser<number> {
  return {
    read(text) {
      const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
      return value >= min && value <= max ? value : undefined
    },
    expected: configTexts.expectedInteger(min, max),
  }
}

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }

/** A number of bytes: `1048576`, `1024k`, `1 MiB`, `1mb`. */
export function size(min: string, max: string): Parser<number> {
  return {
    read(text) {
      const bytes = readSize(text)
      return bytes !== undefined && bytes >= readSize(min)! && bytes <= readSize(max)! ? bytes : undefined
    },
    expected: configTexts.expectedSize(min, max),
    unit: 'bytes',
  }
}

function readSize(text: string): number | undefined {
  const [, digits, unit = ''] = /^(\d{1,15})\s*(?:([kmg])(?:i?b)?|b)?$/i.exec(text) ?? []
  return digits === undefined ? undefined : Number(digits) * UNITS[unit.toLowerCase()]!
}

export function oneOf<T extends string>(values: readonly T[]): Parser<T> {
  return { read: text => values.find(value => value === text), expected: configTexts.expectedOneOf(values) }
}

export const folder: Parser<string> = { read: text => resolve(text), expected: '' }

export const timeOfDay: Parser<string> = {
  read: text => (/^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : undefined),
  expected: configTexts.expectedTime,
}

export const account: Parser<string> = {
  read: text => (/^[a-z_][\w.-]*$/i.test(text) && text !== 'root' ? text : undefined),
  expected: configTexts.expectedAccount,
}

export const host: Parser<string> = {
  read: text =>
    isIP(text) || /^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/i.test(text)
      ? text
      : undefined,
  expected: configTexts.expectedHost,
}

export function text(shortest: number): Parser<string> {
  return {
    read: value => (value.length >= shortest ? value : undefined),
    expected: configTexts.expectedText(shortest),
  }
}

export const databaseUrl: Parser<string> = {
  read(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined
    return url && /^postgres(ql)?:$/.test(url.protocol) ? text : undefined
  },
  expected: configTexts.expectedDatabaseUrl,
}

/** Without a trailing slash, so that paths can be appended. */
export const publicUrl: Parser<string> = {
  read(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined
    if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username) return undefined
    return url.href.replace(/\/+$/, '')
  },
  expected: configTexts.expectedPublicUrl,
}

/** Any address that can be called, also with a query. */
export const webAddress: Parser<string> = {
  read: text => (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : undefined),
  expected: configTexts.expectedWebAddress,
}

export const mailServer: Parser<string> = {
  read(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined
    return url && /^smtps?:$/.test(url.protocol) && url.hostname && decodes(url.username + url.password)
      ? text
      : undefined
  },
  expected: configTexts.expectedMailServer,
}

function decodes(text: string): boolean {
  try {
    return decodeURIComponent(text) !== undefined
  } catch {
    return false
  }
}

/** `obmen@example.ru`, or `Обмен <obmen@example.ru>`. */
export const sender: Parser<string> = {
  read: text => (/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text) ? text : undefined),
  expected: configTexts.expectedSender,
}

/** It stands in a path and in a header. */
export const botToken: Parser<string> = {
  read: text => (/^[\w:.~+=-]{10,300}$/.test(text) ? text : undefined),
  expected: configTexts.expectedBotToken,
}

const NAMED_RANGES = ['loopback', 'linklocal', 'uniquelocal']

export const proxies: Parser<false | string[]> = {
  read(text) {
    if (text === 'no') return false
    const addresses = text.split(',').map(address => address.trim())
    return addresses.every(isAddressRange) ? addresses : undefined
  },
  expected: configTexts.expectedProxies,
}

/** Hosts as URL writes them, with or without a port. */
export const receivers: Parser<string[]> = {
  read(text) {
    const hosts = text.split(',').map(readReceiver)
    return hosts.includes(undefined) ? undefined : (hosts as string[])
  },
  expected: configTexts.expectedReceivers,
}

function readReceiver(text: string): string | undefined {
  const written = text.trim()
  const url = URL.canParse(`https://${written}`) ? new URL(`https://${written}`) : undefined
  if (!url || url.href !== `https://${url.host}/`) return undefined
  // URL leaves out the port 443.
  const [, port] = /:(\d+)$/.exec(written) ?? []
  return url.hostname + (port === undefined ? '' : `:${Number(port)}`)
}

function isAddressRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0) return bits === undefined && NAMED_RANGES.includes(text)
  if (rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}
