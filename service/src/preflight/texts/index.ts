import type { FindingCode } from '@obmen/contract'
import type { ClientChoice } from '@obmen/contract/settings'
import { PROFILES } from '../../clients/index.js'
import type { Finding } from '../../findings/finding.js'
import { type FindingText, ifLoaded } from './finding-text.js'
import { CONTENT_TEXTS, IDENTITY_TEXTS } from './texts-content.js'
import { KEPT_TEXTS } from './texts-kept.js'
import { PAYMENT_TEXTS } from './texts-payments.js'

const TEXTS: Readonly<Record<FindingCode, FindingText>> = {
  ...PAYMENT_TEXTS,
  ...KEPT_TEXTS,
  ...IDENTITY_TEXTS,
  ...CONTENT_TEXTS,
}

/** A finding in Russian. `done`: its 1C has the newest revision of the order. */
export function describeFinding(
  { code, params }: Pick<Finding, 'code' | 'params'>,
  client: ClientChoice,
  done: boolean,
): string {
  return ifLoaded(TEXTS[code](params, { profile: PROFILES[client], done }), params)
}
