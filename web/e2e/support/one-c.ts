import { createBase, formatReport, runExchange } from '@obmen/simulator'
import { expect } from '@playwright/test'
import type { Obmen } from './obmen.js'

export interface OneC {
  companyId: string
  integrationId: string
  login: string
  password: string
  url: string
  /** Plays an exchange of a new base of this 1C: what was made there. */
  pull: (more?: '--no-success') => Promise<string>
}

/** A company of its own with a 1C connected to it, so that tests on one server don't see each other's orders. */
export async function connect1C(
  obmen: Obmen,
  name: string,
  settings: Record<string, unknown> = {},
): Promise<OneC> {
  const company = (await obmen.rest('POST', '/companies', {
    name: `Компания: ${name}`,
    inn: '7707083893',
    kpp: '773601001',
  })) as { id: string }
  const made = (await obmen.rest('POST', '/integrations', {
    class: 'CommerceML',
    name,
    companyId: company.id,
    settings: {
      paymentrules: [{ status: 'purchased', gateway: 'CKassa' }],
      paymentmethodname: 'Оплата картой внешняя',
      client: 'bp',
      ...settings,
    },
  })) as { id: string; login: string; password: string; exchangeUrl: string }
  const { login, password, exchangeUrl: url } = made
  return {
    companyId: company.id,
    integrationId: made.id,
    login,
    password,
    url,
    pull: async more => {
      const sendSuccess = more !== '--no-success'
      const result = await runExchange(createBase('bp'), { url, login, password, sendSuccess })
      if (!result.ok) throw new Error(result.summary)
      return formatReport(result)
    },
  }
}

interface Listed {
  id: number
  run?: { count: number }
}

/**
 * The exchanges of a 1C, newest first, once the journal lists them so: of each line, how many empty exchanges it stands for, if it does.
 * The journal writes after 1C got its answer, and what it writes while a page is being opened the page may not be told of.
 */
export async function expectRuns(
  obmen: Obmen,
  { integrationId }: OneC,
  runs: (number | undefined)[],
): Promise<Listed[]> {
  let listed: Listed[] = []
  const list = async () => {
    const path = `/exchanges?integrationId=${integrationId}&collapse=true`
    listed = ((await obmen.rest('GET', path)) as { items: Listed[] }).items
    return listed.map(({ run }) => run?.count)
  }
  await expect.poll(list).toEqual(runs)
  return listed
}
