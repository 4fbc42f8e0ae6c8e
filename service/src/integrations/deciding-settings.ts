import type { Settings } from '@obmen/contract/settings'

/** All of an integration's settings that decide which orders go to it. */
export interface DecidingSettings {
  rules: readonly { status?: string; gateway?: string }[]
  ordersfrom: string | undefined
}

/** The only way for routing to see settings: what is not told here changes nothing of what is owed. */
export function decidingSettings({
  paymentrules,
  ordersfrom,
}: Pick<Settings, 'paymentrules' | 'ordersfrom'>): DecidingSettings {
  return {
    ordersfrom,
    rules: paymentrules.map(({ status, gateway }) => ({
      ...(status !== undefined && { status }),
      ...(gateway !== undefined && { gateway }),
    })),
  }
}

/** Whether the same orders go by both; the order of rules and doubles among them don't matter. */
export function decideAlike(one: Settings, other: Settings): boolean {
  return keyOf(decidingSettings(one)) === keyOf(decidingSettings(other))
}

function keyOf({ rules, ordersfrom }: DecidingSettings): string {
  const each = new Set(rules.map(({ status, gateway }) => JSON.stringify([status ?? null, gateway ?? null])))
  return JSON.stringify([ordersfrom ?? null, [...each].sort()])
}
