import type { Queryable } from '../../../src/db/database.js'

/**
 * The schema as PostgreSQL knows it, as SQL to read, the same text from every supported version: tables with their columns
 * and constraints, partitions as one with theirs, then partitions, indexes, functions and triggers, each in a fixed order.
 */
export async function dumpSchema(db: Queryable): Promise<string> {
  const parts = [
    ...(await dumpLines(db, SEQUENCES)),
    ...(await dumpTables(db)),
    ...(await dumpLines(db, PARTITIONS)),
    ...(await dumpLines(db, INDEXES)),
    ...(await dumpLines(db, FUNCTIONS)),
    ...(await dumpLines(db, TRIGGERS)),
  ]
  return `-- Written by test/schema-dump.test.ts from the migrations. npx vitest run schema-dump --update renews it.\n\n${parts.join('\n')}`
}

/** Tables of one day, which servers make and drop. */
const isDaily = (name: string): string => `${name} ~ '_[0-9]{8}$'`

const COLUMNS = `
  select c.relname as table, a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attnotnull then ' not null' else '' end
    || case when a.attidentity <> '' then ' generated ' || case a.attidentity when 'a' then 'always' else 'by default' end || ' as identity'
            else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end
    || case when a.attstorage <> t.typstorage then ' storage ' || case a.attstorage when 'e' then 'external' when 'm' then 'main' when 'x' then 'extended' else 'plain' end else '' end as line
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not c.relispartition
  order by c.relname, a.attnum`

// NOT NULL constraints are rows of their own since PostgreSQL 18 and stand with the columns here.
const CONSTRAINTS = `
  select conrelid::regclass::text as table, 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) as line
  from pg_constraint
  where connamespace = 'public'::regnamespace and contype <> 'n' and conrelid <> 0
    and not (select relispartition from pg_class where oid = conrelid)
  order by conrelid::regclass::text, contype desc, conname`

const INDEXES = `
  select indexdef || ';' as line from pg_indexes i
  where schemaname = 'public' and not ${isDaily('tablename')}
    and not exists (select from pg_constraint where conindid = format('%I.%I', i.schemaname, i.indexname)::regclass and contype <> 'f')
  order by tablename, indexname`

/** Those that no column owns. */
const SEQUENCES = `
  select 'create sequence ' || c.relname || case when s.seqcycle then ' maxvalue ' || s.seqmax || ' cycle' else '' end || ';' as line
  from pg_class c join pg_sequence s on s.seqrelid = c.oid
  where c.relnamespace = 'public'::regnamespace
    and not exists (select from pg_depend where objid = c.oid and classid = 'pg_class'::regclass and deptype in ('a', 'i'))
  order by c.relname`

const FUNCTIONS = `
  select pg_get_functiondef(p.oid) || ';' as line from pg_proc p
  where pronamespace = 'public'::regnamespace and prokind in ('f', 'p') order by proname, p.oid::regprocedure::text`

const TRIGGERS = `
  select pg_get_triggerdef(t.oid) || ';' as line from pg_trigger t
  join pg_class c on c.oid = tgrelid
  where not tgisinternal and relnamespace = 'public'::regnamespace order by relname, tgname`

const PARTITIONS = `
  select 'alter table ' || i.inhparent::regclass || ' attach partition ' || c.relname || ' '
         || pg_get_expr(c.relpartbound, c.oid) || '; -- partition by ' || pg_get_partkeydef(i.inhparent) as line
  from pg_class c join pg_inherits i on i.inhrelid = c.oid
  where c.relispartition and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not ${isDaily('c.relname')}
  order by c.relname`

async function dumpTables(db: Queryable): Promise<string[]> {
  const columns = await db.query<{ table: string; line: string }>(COLUMNS)
  const constraints = await db.query<{ table: string; line: string }>(CONSTRAINTS)
  const tables = new Map<string, string[]>()
  for (const { table, line } of [...columns.rows, ...constraints.rows]) {
    tables.set(table, [...(tables.get(table) ?? []), line])
  }
  return [...tables].map(([table, lines]) => `create table ${table} (\n  ${lines.join(',\n  ')}\n);\n`)
}

async function dumpLines(db: Queryable, query: string): Promise<string[]> {
  const { rows } = await db.query<{ line: string }>(query)
  return rows.map(row => `${row.line}\n`)
}
