import { MIGRATIONS_TABLE } from '../migrate.js'
import type { Session } from './open-session.js'

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
    left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace and c.relname <> '${NOT_COPIED}'
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    group by c.relname
    order by c.relname`)
}

/** Sequences of columns of the copied tables, and separate ones. */
export function listSequences(session: Session): Promise<{ name: string }[]> {
  return session.query<{ name: string }>(`
    select quote_ident(s.relname) as name
    from pg_class s
    left join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = s.oid and d.deptype in ('a', 'i')
    left join pg_class t on t.oid = d.refobjid
    where s.relkind = 'S' and s.relnamespace = 'public'::regnamespace and t.relname is distinct from '${NOT_COPIED}'
    order by s.relname`)
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
