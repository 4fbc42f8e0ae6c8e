import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { programPath } from './binaries.js'
import {
  CLUSTER_DATABASE,
  CLUSTER_OWNER,
  CLUSTER_USER,
  type ClusterOptions,
  runProgram,
} from './create-cluster.js'
import type { Home } from './home.js'

/** The only way in, for the application's role alone. It is written last: without it no roles are made. */
const ENTRY = `host all ${CLUSTER_USER} 127.0.0.1/32 scram-sha-256`

/** The transaction locks every partition: a journal of ten years has 11,000 of them. */
const LOCKS = 'max_locks_per_transaction=1024'

export function hasRoles({ cluster }: Home): boolean {
  return readFileSync(join(cluster, 'pg_hba.conf'), 'utf8').split('\n').includes(ENTRY)
}

/**
 * The superuser owns the database and has no password: nobody connects as it. The application's role owns its
 * tables alone. In 0.2.0 it was the superuser itself, whose objects it is given. Needs the lock, no server.
 */
export async function makeRoles(options: ClusterOptions, roleOptions = ''): Promise<void> {
  const { home, binaries } = options
  if (hasRoles(home)) return
  const password = readFileSync(home.passwordFile, 'utf8').trim().replaceAll("'", "''")
  // The statement that fails is not to be logged: it has the password.
  const settings = ['exit_on_error=on', 'log_min_error_statement=panic', LOCKS].flatMap(one => ['-c', one])
  const words = ['--single', '-j', ...settings, '-D', home.cluster, CLUSTER_DATABASE]
  const statements = [createRole(`login ${roleOptions} password '${password}'`), WRITE_ENTRY]
  const input = statements.map(statement => `${statement.trim()};\n\n`).join('')
  await runProgram(options, [programPath(binaries.native, 'postgres'), ...words], input)
}

const SUPERUSER = 10
const FIRST_OID_OF_USERS = 16_384

/** One transaction, which does nothing where it was committed before. No session may rename its own user. */
const createRole = (options: string): string => `
do $make$
declare
  one record;
begin
  if exists (select from pg_roles where rolname = '${CLUSTER_USER}' and oid <> ${SUPERUSER}) then
    return;
  end if;
  if exists (select from pg_roles where rolname = '${CLUSTER_USER}') then
    create role ${CLUSTER_OWNER}_for_renaming superuser;
    set local session authorization ${CLUSTER_OWNER}_for_renaming;
    alter role ${CLUSTER_USER} rename to ${CLUSTER_OWNER};
    set local session authorization ${CLUSTER_OWNER};
    drop role ${CLUSTER_OWNER}_for_renaming;
  end if;
  alter role ${CLUSTER_OWNER} password null;
  create role ${CLUSTER_USER} ${options};
  grant create on database ${CLUSTER_DATABASE} to ${CLUSTER_USER};
  grant create on schema public to ${CLUSTER_USER};
  for one in
    select type, identity from (
      select 'pg_namespace'::regclass as catalog, oid from pg_namespace where nspowner = ${SUPERUSER}
      union all
      select 'pg_proc'::regclass, oid from pg_proc where proowner = ${SUPERUSER}
      union all
      -- A sequence of a column goes with its table.
      select 'pg_class'::regclass, oid from pg_class c where relowner = ${SUPERUSER} and (
        relkind in ('r', 'p', 'v', 'm') or relkind = 'S' and not exists (
          select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid
            and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')))
      union all
      select 'pg_type'::regclass, t.oid from pg_type t left join pg_class c on c.oid = t.typrelid
       where typowner = ${SUPERUSER} and (typtype in ('d', 'e', 'r') or c.relkind = 'c')
    ) owned, pg_identify_object(catalog, oid, 0)
    where oid >= ${FIRST_OID_OF_USERS}
  loop
    execute format('alter %s %s owner to ${CLUSTER_USER}', one.type, one.identity);
  end loop;
end
$make$`

/** By PostgreSQL itself: root writes nothing where another account could have put a link. */
const WRITE_ENTRY = `
do $write$
begin
  execute format('copy (values (%L)) to %L', '${ENTRY}', current_setting('hba_file'));
end
$write$`
