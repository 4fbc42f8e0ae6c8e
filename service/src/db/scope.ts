/** What a query covers: a whole location, by its id, or only some of its companies. */
export type Scope = string | { locationId: string; companyIds: readonly string[] }

export function locationIn(scope: Scope): string {
  return typeof scope === 'string' ? scope : scope.locationId
}

export function companiesIn(scope: Scope): readonly string[] | null {
  return typeof scope === 'string' ? null : scope.companyIds
}

/** Whether the column's company is in the scope; `parameter` holds `companiesIn`. */
export function companySeenSql(column: string, parameter: string): string {
  return `(${parameter}::uuid[] is null or ${column} = any (${parameter}))`
}

/** The same of a column with the key of an integration, connected or removed. */
export function integrationSeenSql(column: string, parameter: string): string {
  return `(${parameter}::uuid[] is null or ${column} in (
    select key from integration where company_id = any (${parameter})
     union all select key from removed_integration where company_id = any (${parameter})))`
}
