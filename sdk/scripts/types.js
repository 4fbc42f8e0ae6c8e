import openapiTS, { astToString } from 'openapi-typescript'

// The types of an OpenAPI document (stdin) as TypeScript (stdout), for src/api.generated.ts.
let document = ''
for await (const piece of process.stdin) document += piece
const types = astToString(await openapiTS(JSON.parse(document)))
process.stdout.write(`// Written by \`npm run types --workspace sdk\`.\n${types}`)
