/** What the server and the web app both know and either can run: no Node.js, no zod. */
export * from './enumerations.js'
export type { FieldProblem } from './field-problem.js'
export * from './findings.js'
export * from './order.js'
export { pluralEn, pluralRu } from './plural.js'
export { isPrintable } from './printable.js'
export * from './tasks.js'
