import { type LookupAddress, type LookupOptions, lookup as lookUpBySystem } from 'node:dns'
import { Resolver } from 'node:dns/promises'
import { readFile } from 'node:fs/promises'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './public-address.js'

export class AddressNotPublic extends Error {}
export class NameNotFound extends Error {}

export interface NameRules {
  /** ALLOW_PRIVATE_ADDRESSES */
  allowPrivate: boolean
  signal: AbortSignal
  /** Instead of those of the system. */
  nameServers?: readonly string[] | undefined
}

const HOSTS_FILE = process.platform === 'win32' ? 'C:\\Windows\\System32\\drivers\\etc\\hosts' : '/etc/hosts'

/**
 * Finds a name in the hosts file, else at the name servers; the system's own lookup would hold one of the
 * process's few threads. It is asked last, for private names, and only if these are allowed.
 */
export function lookUpName({ allowPrivate, signal, nameServers }: NameRules): LookupFunction {
  const find = async (name: string, { family }: LookupOptions): Promise<LookupAddress[]> => {
    const inFile = await lookUpInHostsFile(name)
    let found = inFile.length > 0 ? inFile : await askNameServers(name, signal, nameServers)
    if (found.length === 0 && allowPrivate) found = await askSystem(name)
    const wanted = found.filter(one => !family || `${family}`.endsWith(`${one.family}`))
    if (wanted.length === 0) throw new NameNotFound(name)
    const open = wanted.filter(({ address }) => allowPrivate || isPublicAddress(address))
    if (open.length === 0) throw new AddressNotPublic(name)
    return open
  }
  return (name, options, done) => {
    find(name, options).then(
      found => (options.all ? done(null, found) : done(null, found[0]!.address, found[0]!.family)),
      error => done(error, ''),
    )
  }
}

async function lookUpInHostsFile(name: string): Promise<LookupAddress[]> {
  const text = await readFile(HOSTS_FILE, 'utf8').catch(() => '')
  return text.split('\n').flatMap(line => {
    const [address = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/)
    const isNamed = names.some(one => one.toLowerCase() === name.toLowerCase())
    return isNamed && isIP(address) !== 0 ? [{ address, family: isIP(address) }] : []
  })
}

async function askNameServers(
  name: string,
  signal: AbortSignal,
  servers: readonly string[] | undefined,
): Promise<LookupAddress[]> {
  const resolver = new Resolver()
  if (servers) resolver.setServers(servers)
  const cancel = () => resolver.cancel()
  signal.addEventListener('abort', cancel)
  try {
    const [four, six] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)])
    const addresses = (answer: PromiseSettledResult<string[]>, family: number): LookupAddress[] =>
      answer.status === 'fulfilled' ? answer.value.map(address => ({ address, family })) : []
    return [...addresses(four, 4), ...addresses(six, 6)]
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

function askSystem(name: string): Promise<LookupAddress[]> {
  return new Promise(resolve => {
    lookUpBySystem(name, { all: true }, (error, found) => resolve(error ? [] : found))
  })
}
