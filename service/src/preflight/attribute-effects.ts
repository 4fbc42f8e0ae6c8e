import type { ClientProfile } from '../clients/index.js'
import { plainName } from '../sale-feed/document/reserved-names.js'

type Effect = ClientProfile['attributeEffects'][string]

const known = new WeakMap<ClientProfile, ReadonlyMap<string, Effect>>()

/** Effects of attributes upon which a client acts, by their plain names. */
export function attributeEffectsOf(profile: ClientProfile): ReadonlyMap<string, Effect> {
  let effects = known.get(profile)
  if (!effects) {
    const named = Object.entries(profile.attributeEffects)
    effects = new Map(named.map(([name, effect]) => [plainName(name), effect]))
    known.set(profile, effects)
  }
  return effects
}
