/** Obmen as a library: what a program needs to run the service by itself. */
export { type App, type AppOptions, createApp } from './app.js'
export { type Config, readConfig } from './config.js'
export { type Database, openDatabase, type Queryable } from './db/database.js'
export { type EmbeddedPostgres, useEmbeddedPostgres } from './db/embedded/use-embedded-postgres.js'
export { migrate } from './db/migrate.js'
export { createDays } from './journal/partitions.js'
export { createLog } from './log.js'
export { type CreatedLocation, setUpLocation } from './people/set-up-location.js'
