import { expect, it } from 'vitest'
import { describeOnEachPostgres } from '../../test/support/databases.js'
import { storableJson } from './values.js'

describeOnEachPostgres('JSON for PostgreSQL', pg => {
  it('is taken apart whatever texts it holds', async () => {
    const db = await pg.freshDatabase()
    const texts = ['🦔', 'half \ud83c', '\udf89 half', 'a\0b', '"\\\n\u001f']
    const { rows } = await db.query<{ text: string }>(
      `select params->>'text' as text from json_to_recordset($1::json) as r(params json)`,
      [storableJson(texts.map(text => ({ params: { text } })))],
    )
    expect(rows.map(({ text }) => text)).toEqual(['🦔', 'half \ufffd', '\ufffd half', 'ab', '"\\\n\u001f'])
  })
})
