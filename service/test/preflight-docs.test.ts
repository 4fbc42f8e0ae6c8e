import { FINDING_CODES } from '@obmen/contract'
import { CLIENTS } from '@obmen/contract/settings'
import { expect, it } from 'vitest'
import { FAMILIES } from '../src/preflight/rules/index.js'
import type { Rule } from '../src/preflight/rules/rule.js'

const HEAD = `# Preflight

What each 1C will do with an order, found by rules as the order is put, given out, confirmed, or the settings change, and kept until it
changes. It is told in the \`warnings\` of a put, at \`GET /orders/{id}/preflight?integrationId=\`, in the lists of an integration
(\`GET /integrations/{id}/findings\`) and in the web app. Each finding has a \`code\`, a \`severity\`, a \`path\` into the order and
\`params\`; \`message\` is the Russian sentence made of them, in the tense that is true.

- \`blocks\`: 1C would refuse the package, or make a document that is wrong;
- \`loses\`: something does not arrive, or not as it was meant;
- \`note\`: worth knowing.

Written by service/test/preflight-docs.test.ts from the rules in service/src/preflight/rules; \`npm run preflight --workspace service\`
renews it. Sources are the releases that were read, and where in them.
`

function row({ code, severity, clients, about, source, outlook }: Omit<Rule, 'check'>): string {
  const grave = typeof severity === 'string' ? severity : severity.join(', ')
  const whom = clients.length === CLIENTS.length ? 'all' : clients.join(', ')
  return `| \`${code}\` | ${grave}${outlook ? '¹' : ''} | ${whom} | ${about} | ${source} |`
}

it('docs/preflight.md is in step with the rules', async () => {
  const tables = FAMILIES.map(
    ({ title, rules }) =>
      `\n## ${title}\n\n| code | severity | client | what happens | source |\n|---|---|---|---|---|\n${rules.map(row).join('\n')}\n`,
  )
  const foot = '\n¹ What a good order brings about, too: told of one order, and in no list.\n'
  await expect(HEAD + tables.join('') + foot).toMatchFileSnapshot('../../docs/preflight.md')
})

it('each code has a rule, and each rule a code of its own', () => {
  const codes = FAMILIES.flatMap(({ rules }) => rules.map(({ code }) => code))
  expect([...codes].sort()).toEqual([...FINDING_CODES].sort())
})
