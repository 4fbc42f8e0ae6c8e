import type pg from 'pg'
import { AppError } from '../../errors/app-error.js'
import { singleClient } from '../database.js'
import { copyTexts as texts } from './texts.js'

export interface Session extends AsyncDisposable {
  /** Of `obmen copy`, or the database of a backup. */
  side: 'source' | 'target' | 'saved' | 'restored'
  client: pg.Client
  query<Row extends object = Record<string, unknown>>(text: string): Promise<Row[]>
}

/** COPY's text is read as it was written; long statements are normal here, long waits for locks are not. */
const SETTINGS = `
  set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set bytea_output = 'hex';
  set extra_float_digits = 3; set search_path = public; set statement_timeout = 0;
  set idle_in_transaction_session_timeout = 0; set lock_timeout = '30s'`

export async function openSession(url: string, side: Session['side']): Promise<Session> {
  const client = singleClient({
    connectionString: url,
    application_name: 'obmen copy',
    connectionTimeoutMillis: 10_000,
  })
  await client.connect()
  const session: Session = {
    side,
    client,
    async query<Row extends object>(text: string) {
      try {
        return (await client.query<Row & pg.QueryResultRow>(text)).rows
      } catch (cause) {
        throw explainFailure(cause, side)
      }
    },
    [Symbol.asyncDispose]: () => client.end().catch(() => {}),
  }
  await session.query(SETTINGS)
  return session
}

export function explainFailure(cause: unknown, side: Session['side']): AppError {
  if (cause instanceof AppError) return cause
  const { code, message } = cause as { code?: string; message: string }
  // 55P03: the lock was not obtained in time; 53100: the server's disk is full.
  if (code === '55P03') return new AppError('conflict', texts.busy[side], { cause })
  if (code === '53100') return new AppError('disk-full', texts.diskFull[side], { cause })
  return new AppError('unavailable', texts.failed[side](message), { cause })
}
