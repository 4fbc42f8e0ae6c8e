import { beforeAll, describe, expect, it } from 'vitest'
import { addressOf, encodeForUrl, type Operation, type Parameter } from '../support/app/every-operation.js'
import {
  type ExtremeCall,
  type Extremes,
  faults,
  prepareExtremes,
  show,
  TIMEOUT_MS,
} from '../support/app/extreme-calls.js'
import { extremeWords } from '../support/app/extreme-words.js'
import type { RestAnswer } from '../support/app/test-server.js'

/** One of so many words is asked, in turn, where another parameter is read alike. */
const SHARE = 6

/** A parameter of one operation. */
interface Use {
  operation: Operation
  parameter: Parameter
}

describe('whatever is asked of the API in its address', () => {
  let extremes: Extremes
  beforeAll(async () => {
    extremes = await prepareExtremes()
    return () => extremes[Symbol.asyncDispose]()
  })
  const uses = (): Use[] =>
    extremes.sample.flatMap(operation => operation.parameters.map(parameter => ({ operation, parameter })))
  const ask = ({ operation, parameter: { name, in: place } }: Use, word: string) => {
    const { ids } = extremes.fixture
    const address =
      place === 'path'
        ? addressOf(operation, ids, '', { [name]: word })
        : addressOf(operation, ids, `${name}=${encodeForUrl(word)}`)
    return extremes.call(operation, address)
  }
  const asking = (use: Use, word: string): ExtremeCall => ({
    what: `${use.operation.name} ${use.parameter.name}=${show(word)}`,
    call: () => ask(use, word),
  })

  it(
    'is never answered 500',
    async () => {
      expect(extremes.all.length).toBeGreaterThan(50)
      const alike = new Map<string, Use[]>()
      for (const use of uses()) {
        const form = formOf(use.parameter)
        alike.set(form, [...(alike.get(form) ?? []), use])
      }
      // Every word once for each form (texts of other names share them), then some to each further operation.
      // What the form itself refuses reaches no operation: one word shows that each has the form.
      const refused = new Map<string, string[]>()
      let turn = 0
      function* first(): Generator<ExtremeCall> {
        for (const [form, [use]] of alike) {
          const words: string[] = []
          refused.set(form, words)
          const asked = wordsFor(use!.parameter).filter(() => isWhole(use!.parameter) || turn++ % SHARE === 0)
          for (const word of asked)
            yield {
              ...asking(use!, word),
              answered: answer => {
                if (isRefusedByForm(answer, use!.parameter)) words.push(word)
              },
            }
        }
      }
      function* others(): Generator<ExtremeCall> {
        for (const [form, [, ...rest]] of alike) {
          const known = new Set(refused.get(form))
          const [sample] = known
          for (const use of rest) {
            for (const word of wordsFor(use.parameter))
              if (!known.has(word) && turn++ % SHARE === 0) yield asking(use, word)
            if (sample === undefined) continue
            yield {
              ...asking(use, sample),
              answered: ({ status }) => {
                if (status !== 422) lax.push(asking(use, sample).what)
              },
            }
          }
        }
      }
      const lax: string[] = []
      expect(await faults(first())).toEqual([])
      expect(await faults(others())).toEqual([])
      expect(lax).toEqual([])
    },
    TIMEOUT_MS,
  )

  it('is refused with the name of the parameter that holds U+0000, wherever it stands', async () => {
    for (const use of uses()) {
      const { status, body } = await ask(use, 'a\0b')
      expect([use.operation.name, use.parameter.name, status, body.errors]).toEqual([
        use.operation.name,
        use.parameter.name,
        422,
        expect.arrayContaining([
          expect.objectContaining({ path: expect.stringContaining(use.parameter.name) }),
        ]),
      ])
    }
  })
})

/**
 * Equal for parameters that are checked by the same rule. Numbers, identifiers and enumerations are described whole by their schema; what a
 * text must be is known by its name, too.
 */
function formOf({ name, in: place, schema }: Parameter): string {
  const { default: _default, enum: values, ...rest } = schema
  return JSON.stringify([place, rest, values !== undefined, isWhole({ schema }) || name])
}

const isWhole = ({ schema }: Pick<Parameter, 'schema'>): boolean =>
  schema.enum !== undefined || schema.format !== undefined || schema.type === 'integer'

/** "." and ".." in a path lead elsewhere. */
const wordsFor = ({ name, in: place }: Parameter): string[] =>
  extremeWords(name).filter(word => place !== 'path' || !/^\.*$/.test(word))

function isRefusedByForm({ status, body }: RestAnswer, { name, in: place }: Parameter): boolean {
  const path = `/${place === 'path' ? 'params' : 'querystring'}/${name}`
  return status === 422 && body.errors?.some((error: { path: string }) => error.path === path)
}
