/** The REST API's shapes: they validate requests, make the OpenAPI document and type the web app. All that web may import. */
export * from './contract/common.js'
export * from './contract/companies.js'
export * from './contract/exchanges.js'
export * from './contract/integrations.js'
export * from './contract/orders.js'
export * from './contract/overview.js'
export * from './contract/people.js'
export * from './contract/system.js'
