import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { useFreshServer } from '../support/app/use-server.js'
import { breaksBetween, type Json } from './contract-breaks.js'

const server = useFreshServer()
/** What programs of platforms were written against: the description that each release serves. */
const FOLDER = new URL('../../../contract/released/', import.meta.url)
const RELEASES = readdirSync(FOLDER).map(name => /^openapi-(.+)\.json$/.exec(name)![1]!)
const RELEASED = new URL('openapi-0.2.0.json', FOLDER)
const CHANGELOG = new URL('../../../CHANGELOG.md', import.meta.url)

it.each(RELEASES)(
  'what breaks programs written for %s is named under Breaks in the changelog',
  async release => {
    const current = await (await fetch(`${server.url}/api/v1/openapi.json`)).json()
    const [later] = readFileSync(CHANGELOG, 'utf8').split(`\n## ${release}`)
    const chapters = later!.split('### Breaks\n').slice(1)
    const breaks = chapters.map(chapter => chapter.split(/\n##/)[0]).join('')
    const lines = breaks.split(/^- /m).map(line => line.replaceAll('\n', ' '))
    const released = JSON.parse(readFileSync(new URL(`openapi-${release}.json`, FOLDER), 'utf8'))
    const unnamed = breaksBetween(released, current)
      .filter(
        ({ operation, what }) =>
          !lines.some(line => [operation, what].every(name => line.includes(`\`${name}\``))),
      )
      .map(({ operation, what, why }) => `${operation}: \`${what}\` ${why}`)
    expect([...new Set(unnamed)]).toEqual([])
  },
)

it('a gone operation, a renamed answer, a new duty, a word or event no longer taken each break', () => {
  const current = JSON.parse(readFileSync(RELEASED, 'utf8'))
  const edited = (at: string[], edit: (schema: Json) => void) =>
    edit(at.reduce((node, key) => node[key], current.paths as Json))
  const json = ['content', 'application/json', 'schema']
  delete current.paths['/api/v1/orders/{id}/hold']
  edited(['/api/v1/companies', 'post', 'requestBody', ...json], body => body.required.push('kpp'))
  edited(
    ['/api/v1/webhooks', 'post', 'requestBody', ...json, 'properties', 'types', 'anyOf'],
    ([{ items }]) => items.enum.splice(items.enum.indexOf('order.held'), 1),
  )
  edited(['/api/v1/facets', 'get', 'responses', '200', ...json], answer => {
    answer.properties = { states: answer.properties.statuses, gateways: answer.properties.gateways }
  })
  const found = breaksBetween(JSON.parse(readFileSync(RELEASED, 'utf8')), current)
  expect(new Set(found.map(({ operation, what }) => `${operation}: ${what}`))).toEqual(
    new Set([
      'POST /orders/{id}/hold: POST /orders/{id}/hold',
      'POST /companies: kpp',
      'POST /webhooks: order.held',
      'GET /facets: statuses',
    ]),
  )
})
