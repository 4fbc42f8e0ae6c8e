import { AppError } from '../../errors/app-error.js'
import { MIGRATIONS_TABLE } from '../migrate.js'
import type { Session } from './session.js'
import { copyTexts as texts } from './texts.js'

/** A table with its columns, quoted for COPY. */
export interface Table {
  name: string
  columns: string
}

/** Written by the migrations themselves, in both databases. */
const NOT_COPIED = MIGRATIONS_TABLE

/** Every table, partitioned ones as a whole, from the catalogue; without those of extensions. */
export function listTables(session: Session): Promise<Table[]> {
  return session.query<Table>(`
    select quote_ident(c.relname) as name,
           coalesce(string_agg(quote_ident(a.attname), ', ' order by a.attname), '') as columns
    from pg_class c
    left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = ''
    where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
      and c.relname <> '${NOT_COPIED}'
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid
        and d.deptype = 'e')
    group by c.relname
    order by c.relname`)
}

function listSequences(session: Session): Promise<{ name: string }[]> {
  return session.query<{ name: string }>(`
    select quote_ident(s.relname) as name
    from pg_class s
    left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = s.oid and d.deptype in ('a', 'i')
    left join pg_class t on t.oid = d.refobjid
    where s.relkind = 'S' and s.relnamespace = 'public'::regnamespace and t.relname is distinct
      from '${NOT_COPIED}'
    order by s.relname`)
}

/** The value that each sequence gives next. */
export async function nextOfSequences(session: Session): Promise<{ name: string; next: string }[]> {
  const found: { name: string; next: string }[] = []
  for (const { name } of await listSequences(session)) {
    const [row] = await session.query<{ next: string }>(`
      select case when is_called then last_value + seqincrement else last_value end::text as next
      from ${name}, pg_sequence where seqrelid = '${name}'::regclass`)
    found.push({ name, next: row!.next })
  }
  return found
}

/** Partitions with their definitions, except the default ones, which the migrations create. */
export function listPartitions(session: Session): Promise<{ statement: string }[]> {
  return session.query<{ statement: string }>(`
    select format('create table if not exists %I partition of %s %s', c.relname, i.inhparent::regclass,
                  pg_get_expr(c.relpartbound, c.oid)) as statement
    from pg_class c join pg_inherits i on i.inhrelid = c.oid
    where c.relispartition and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT'
    order by c.relname`)
}

interface ForeignKey {
  table: string
  name: string
  definition: string
}

/** Until the copy is complete: the order of tables doesn't matter, and each key is checked once. */
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

/** Writers wait until the copy's end. Locks come first, since the first reading takes the snapshot. */
export async function beginSnapshot(source: Session, tables: readonly Table[]): Promise<void> {
  await source.query('begin isolation level repeatable read read only')
  await source.query(`lock table ${tables.map(table => table.name).join(', ')} in share mode`)
  const [row] = await source.query<{ held: boolean }>('select exists (select from location) as held')
  if (!row?.held) throw new AppError('conflict', texts.sourceEmpty)
}

/** Nobody else reads or writes before the copy's end, and the tables are empty. */
export async function beginEmptyTarget(target: Session, tables: readonly Table[]): Promise<void> {
  await target.query('begin')
  await target.query(`lock table ${tables.map(table => table.name).join(', ')} in access exclusive mode`)
  for (const { name } of tables) {
    const [row] = await target.query<{ held: boolean }>(`select exists (select from ${name}) as held`)
    if (row?.held) throw new AppError('conflict', texts.targetHoldsData(name))
  }
}
