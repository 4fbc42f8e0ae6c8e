import { AppError } from '../../errors/app-error.js'
import type { Queryable } from '../database.js'
import { MIGRATIONS_TABLE } from '../migrate.js'
import { copyTexts as texts } from './texts.js'

/** Refuses a target with tables that the migrated `source` does not have, before anything is written. */
export async function refuseForeignTarget(source: Queryable, target: Queryable): Promise<void> {
  const present = await listRelations(target)
  const ours = present.includes(MIGRATIONS_TABLE) ? new Set(await listRelations(source)) : new Set()
  const foreign = present.filter(name => !ours.has(name))
  if (foreign.length === 0) return
  const { rows } = await target.query<{ name: string }>('select current_database() as name')
  throw new AppError('conflict', texts.targetForeign(rows[0]!.name, foreign))
}

/** Tables, views and the like, except those of extensions, sequences of columns and partitions. */
export async function listRelations(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select c.relname as name from pg_class c
      where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and c.relnamespace = 'public'::regnamespace
        and not exists (select from pg_depend d
                         where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.objsubid = 0
                           and d.deptype in ('e', 'a', 'i'))
      order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** Our other processes on this database; a running `serve` always keeps a connection. */
export async function countOtherUsers(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(distinct coalesce(client_addr::text || ':' || client_port, pid::text)) as count
       from pg_stat_activity
     where datname = current_database() and application_name like 'obmen%' and pid <> pg_backend_pid()`,
  )
  return rows[0]!.count
}
