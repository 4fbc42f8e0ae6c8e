import type { Session } from './open-session.js'
import type { Table } from './tables.js'

export interface ForeignKey {
  table: string
  name: string
  definition: string
}

/**
 * Drops the foreign keys for the time of the copy, within its transaction: then the tables' order doesn't matter, and each key is
 * checked once over all rows instead of row by row.
 */
export async function dropForeignKeys(target: Session, tables: readonly Table[]): Promise<ForeignKey[]> {
  const keys = await target.query<ForeignKey>(`
    select quote_ident(t.relname) as table, quote_ident(c.conname) as name,
           pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    where c.contype = 'f' and c.conparentid = 0 and c.connamespace = 'public'::regnamespace
    order by c.oid`)
  const ours = keys.filter(key => tables.some(table => table.name === key.table))
  for (const { table, name } of ours) await target.query(`alter table ${table} drop constraint ${name}`)
  return ours
}

export async function addForeignKeys(target: Session, keys: readonly ForeignKey[]): Promise<void> {
  for (const { table, name, definition } of keys) {
    await target.query(`alter table ${table} add constraint ${name} ${definition}`)
  }
}
