import type { Database } from '../../src/db/database.js'
import { openSecrets, type Secrets } from '../../src/db/secrets/open-secrets.js'

/** SECRET_KEY of the tests' servers: without it each would write a file. */
export const TEST_SECRET_KEY = 'the key of servers that are tested'

export function secretsFor(db: Database): Promise<Secrets> {
  return openSecrets(db, { secretKey: TEST_SECRET_KEY, dataDir: '' })
}
