import { createBase, type OneC } from '../../src/base/base.js'
import type { BaseSettings } from '../../src/base/settings.js'
import type { Client } from '../../src/client.js'
import type { ExchangeResult } from '../../src/result.js'
import { type ExchangeOptions, runExchange } from '../../src/run-exchange.js'
import { openSite } from './site.js'

export interface Pulled {
  base: OneC
  result: ExchangeResult
  codes: string[]
}

/** One exchange of a base with a site that answers `query` with this text; Bitrix' module gets an empty root after it. */
export async function pull(
  at: Client | OneC,
  xml: string | Buffer,
  settings: BaseSettings = {},
  options: Partial<ExchangeOptions> & { path?: string } = {},
): Promise<Pulled> {
  const base = typeof at === 'string' ? createBase(at, settings) : at
  let asked = 0
  await using site = await openSite({
    query: () =>
      asked++ === 0 || base.client !== 'bitrix' ? xml : '<?xml version="1.0"?><КоммерческаяИнформация/>',
  })
  const { path = '/1c', ...rest } = options
  const result = await runExchange(base, { url: site.origin + path, login: 'l', password: 'p', ...rest })
  return { base, result, codes: Object.keys(result.counts.findings) }
}
