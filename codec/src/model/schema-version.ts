/** Versions of the CommerceML 2 schema, as in the attribute `ВерсияСхемы`. */
export const SCHEMA_VERSIONS = ['2.05', '2.06', '2.07', '2.08', '2.09', '2.10'] as const
export type SchemaVersion = (typeof SCHEMA_VERSIONS)[number]
