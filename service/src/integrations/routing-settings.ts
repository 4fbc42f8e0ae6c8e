import type { Settings } from '@obmen/contract/settings'

/** The settings of an integration that decide which orders it is owed. */
export interface RoutingSettings {
  rules: readonly { status?: string; gateway?: string }[]
  ordersfrom: string | undefined
}

/** Routing reads settings only through this function, so nothing else in them affects what is owed. */
export function routingSettings({
  paymentrules,
  ordersfrom,
}: Pick<Settings, 'paymentrules' | 'ordersfrom'>): RoutingSettings {
  return {
    ordersfrom,
    rules: paymentrules.map(({ status, gateway }) => ({
      ...(status !== undefined && { status }),
      ...(gateway !== undefined && { gateway }),
    })),
  }
}

/** Whether both settings route orders in the same way; order and duplicates of rules don't matter. */
export function sameRouting(one: Settings, other: Settings): boolean {
  return keyOf(routingSettings(one)) === keyOf(routingSettings(other))
}

function keyOf({ rules, ordersfrom }: RoutingSettings): string {
  const each = new Set(rules.map(({ status, gateway }) => JSON.stringify([status ?? null, gateway ?? null])))
  return JSON.stringify([ordersfrom ?? null, [...each].sort()])
}
