import { readFile } from 'node:fs/promises'
import type { Database } from '../../src/db/database.js'

/** The tables as the first release made them. */
export async function firstRelease(db: Database): Promise<void> {
  await db.query(await readFile(new URL('../../migrations/0001_foundation.sql', import.meta.url), 'utf8'))
  await db.query(
    'create table schema_migration (id serial primary key, name varchar(255) not null, run_on timestamp not null)',
  )
  await db.query(`insert into schema_migration (name, run_on) values ('0001_foundation', now())`)
}
